using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Tasks;

/// <summary>
/// Says a type's JSON contract in the words of an output format. What these words can't say is refused: a format that
/// says less than the type would bring answers that were paid for and don't fit.
/// </summary>
internal sealed class ContractFormat
{
    private const int NameLimit = 64;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    private readonly Type answer;
    private readonly List<Type> open = [];

    private ContractFormat(Type answer) => this.answer = answer;

    internal static OutputFormat Of(JsonTypeInfo contract)
    {
        var format = new ContractFormat(contract.Type);
        return format.Value(contract, "") is { NestedStructure: { } fields, ItemType: null }
            ? fields
            : throw format.Refuse("", "is not an object. A format is a map of fields: give the value a name in a record");
    }

    private OutputField Value(JsonTypeInfo contract, string path)
    {
        if (contract.PolymorphismOptions is not null)
        {
            throw Refuse(path, "is a family of types, and a format has one shape for a field");
        }

        return contract.Kind switch
        {
            JsonTypeInfoKind.Object => OutputField.Object(Fields(contract, path)),
            JsonTypeInfoKind.Enumerable => List(contract, path),
            JsonTypeInfoKind.Dictionary => throw Refuse(path, "is a dictionary, and a format names each field. A list of objects with a key and a value can be asked for"),
            _ when contract.Type.IsEnum => Options(contract, path),
            _ when contract.Converter.GetType().Assembly != typeof(JsonTypeInfo).Assembly => throw Refuse(path, "is read by a converter of its own, which does not tell what it reads"),
            _ when ContractScalar.Of(contract.Type) is { } scalar => scalar,
            _ => throw Refuse(path, $"is of type {contract.Type.Name}, for which the platform has no word"),
        };
    }

    private OutputFormat Fields(JsonTypeInfo contract, string path)
    {
        if (open.Contains(contract.Type))
        {
            throw Refuse(path, $"is a {contract.Type.Name} within a {contract.Type.Name}: a format would have no end");
        }

        if (TypedAnswer.FindFault(contract) is { } fault)
        {
            throw Refuse(path, $"can't be read from JSON ({fault.Message.TrimEnd('.')})");
        }

        open.Add(contract.Type);
        KeyValuePair<string, OutputField>[] fields = [.. contract.Properties.OrderBy(static one => one.Order).Select(one => Field(one, contract, path)).OfType<KeyValuePair<string, OutputField>>()];
        open.RemoveAt(open.Count - 1);
        return fields.Length > 0 ? new OutputFormat(fields) : throw Refuse(path, "has no property that an answer could set");
    }

    private KeyValuePair<string, OutputField>? Field(JsonPropertyInfo property, JsonTypeInfo owner, string path)
    {
        string place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
        switch (ContractProperty.IsSetByAnswer(property, owner))
        {
            case false:
                return null;
            case null:
                throw Refuse(place, "has no setter, and generated code for .NET 8 does not tell whether a constructor sets it: give it an init, or [JsonIgnore]");
        }

        if (property.Name.Length is 0 or > NameLimit || property.Name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw Refuse(place, $"has a name the platform does not take: 1 to {NameLimit} letters from A to Z, digits, underscores, dots and hyphens");
        }

        OutputField field = Value(property, place);
        return KeyValuePair.Create(property.Name, ContractProperty.DescriptionOf(property) is { } description ? field.WithDescription(description) : field);
    }

    private OutputField Value(JsonPropertyInfo property, string place)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.CustomConverter is null)
        {
            return Value(ContractOf(type, property, place), place);
        }

        return type.IsEnum
            ? Options(ContractProperty.WithOwnConverter(property), place)
            : throw Refuse(place, "is read by a converter of its own, which does not tell what it reads");
    }

    private OutputField List(JsonTypeInfo contract, string path)
    {
        Type element = ContractProperty.ElementOf(contract)
            ?? throw Refuse(path, $"is a {contract.Type.Name}, of which .NET 8 does not tell what it holds. A list or an array can be asked for");
        string place = $"{path}[]";
        Type type = Nullable.GetUnderlyingType(element) ?? element;
        if (!contract.Options.TryGetTypeInfo(type, out JsonTypeInfo? items))
        {
            throw Unknown(type, place);
        }

        OutputField item = Value(items, place);
        return item switch
        {
            { Options: not null } => throw Refuse(place, "is one of a closed list of words, which the platform can't be told of a list's items. Texts, or objects with one such property, can be asked for"),
            { ItemType: not null } => throw Refuse(place, "is a list within a list, and the platform can't be told what the inner ones hold. Objects with one list each can be asked for"),
            _ => OutputField.List(item),
        };
    }

    private OutputField Options(JsonTypeInfo contract, string path) => ContractEnum.TryGetWords(contract, out string[]? words, out string? problem)
        ? OutputField.OneOf(words)
        : throw Refuse(path, problem);

    private JsonTypeInfo ContractOf(Type type, JsonPropertyInfo property, string place) =>
        property.Options.TryGetTypeInfo(type, out JsonTypeInfo? contract) ? contract : throw Unknown(type, place);

    private ArgumentException Unknown(Type type, string place) => Refuse(place, $"is of type {type.Name}, which the context does not know");

    // Names of types and properties are the program's own; no answer stands here.
    [SuppressMessage("Usage", "CA2208", Justification = "The parameter is that of the public method.")]
    [SuppressMessage("Usage", "MA0015", Justification = "The parameter is that of the public method.")]
    private ArgumentException Refuse(string path, string problem) =>
        new($"{answer.Name} can't be made an output format: {(path.Length == 0 ? "it" : path)} {problem}.", "typeInfo");
}
