namespace TaskPlatform.Client.Tasks;

/// <summary>Which word of the platform a single value of .NET is; the wire has no word of its own for dates, times and ids, which are text there.</summary>
internal static class ContractScalar
{
    private static readonly Dictionary<Type, OutputField> Words = new()
    {
        [typeof(string)] = OutputField.Text,
        [typeof(char)] = OutputField.Text,
        [typeof(Guid)] = OutputField.Text,
        [typeof(Uri)] = OutputField.Text,
        [typeof(DateTime)] = OutputField.Text,
        [typeof(DateTimeOffset)] = OutputField.Text,
        [typeof(DateOnly)] = OutputField.Text,
        [typeof(TimeOnly)] = OutputField.Text,
        [typeof(TimeSpan)] = OutputField.Text,
        [typeof(bool)] = OutputField.Boolean,
        [typeof(byte)] = OutputField.Integer,
        [typeof(sbyte)] = OutputField.Integer,
        [typeof(short)] = OutputField.Integer,
        [typeof(ushort)] = OutputField.Integer,
        [typeof(int)] = OutputField.Integer,
        [typeof(uint)] = OutputField.Integer,
        [typeof(long)] = OutputField.Integer,
        [typeof(ulong)] = OutputField.Integer,
        [typeof(Int128)] = OutputField.Integer,
        [typeof(UInt128)] = OutputField.Integer,
        [typeof(Half)] = OutputField.Number,
        [typeof(float)] = OutputField.Number,
        [typeof(double)] = OutputField.Number,
        [typeof(decimal)] = OutputField.Number,
    };

    internal static OutputField? Of(Type type) => Words.GetValueOrDefault(type);
}
