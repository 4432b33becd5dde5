using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Prints the attributes that a user of the API meets: warnings, null contracts, what editors hide.</summary>
internal static class ApiAttributes
{
    private static readonly string[] Named = ["Flags", "CollectionBuilder", "RequiresUnreferencedCode", "RequiresDynamicCode", "RequiresAssemblyFiles"];

    private static readonly string[] WithArguments =
        ["Experimental", "Obsolete", "EditorBrowsable", "AllowNull", "DisallowNull", "MaybeNull", "NotNull", "MaybeNullWhen", "NotNullWhen", "NotNullIfNotNull", "DoesNotReturn"];

    internal static string Of(IEnumerable<CustomAttributeData> attributes) =>
        string.Concat(attributes.Select(Print).OfType<string>().Order(StringComparer.Ordinal).Select(static one => $"[{one}] "));

    private static string? Print(CustomAttributeData attribute)
    {
        string name = attribute.AttributeType.Name[..^"Attribute".Length];
        if (Named.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        if (!WithArguments.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        // The compiler's own, for compilers that don't know `required`.
        if (attribute.ConstructorArguments is [{ Value: string message }, ..] && message.StartsWith("Constructors of types with required members", StringComparison.Ordinal))
        {
            return null;
        }

        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(static one =>
            ApiName.OfValue(one.ArgumentType.IsEnum ? Enum.ToObject(one.ArgumentType, one.Value!) : one.Value, one.ArgumentType)));
        return arguments.Length == 0 ? name : $"{name}({arguments})";
    }
}
