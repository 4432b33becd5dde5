using System.Globalization;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Names types and values as C# does, without namespaces.</summary>
internal static class ApiName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type where it is used, with the question marks of this use.</summary>
    internal static string Of(Type type, NullableFlags flags)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, flags);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value, flags) + "?";
        }

        if (type.IsValueType)
        {
            return type.IsGenericType ? Generic(type, flags) : Plain(type);
        }

        string mark = flags.NextIsNullable() ? "?" : "";
        return type.IsArray
            ? $"{Of(type.GetElementType()!, flags)}[]{mark}"
            : $"{(type.IsGenericType ? WithArguments(type, flags) : Plain(type))}{mark}";
    }

    /// <summary>A type where it is declared, with its outer types and its type parameters.</summary>
    internal static string OfDeclaration(Type type)
    {
        string outer = type.IsNested ? OfDeclaration(type.DeclaringType!) + "." : "";
        string parameters = type.IsGenericTypeDefinition ? $"<{string.Join(", ", type.GetGenericArguments().Select(static one => one.Name))}>" : "";
        return outer + Bare(type.Name) + parameters;
    }

    internal static string OfValue(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{type.Name}.{Enum.GetName(type, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Generic(Type type, NullableFlags flags)
    {
        flags.Skip();
        return WithArguments(type, flags);
    }

    private static string WithArguments(Type type, NullableFlags flags) =>
        $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument, flags)))}>";

    private static string Plain(Type type) =>
        Keywords.TryGetValue(type, out string? keyword) ? keyword
        : type is { IsNested: true, IsGenericParameter: false } ? $"{Plain(type.DeclaringType!)}.{Bare(type.Name)}"
        : Bare(type.Name);

    private static string Bare(string name) => name.Split('`')[0];
}
