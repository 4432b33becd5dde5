using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Tasks;

/// <summary>What a JSON contract tells about a property; where .NET 8 tells less, the difference is here.</summary>
internal static class ContractProperty
{
    /// <summary>Whether an answer can set it; null when the contract does not tell.</summary>
    internal static bool? IsSetByAnswer(JsonPropertyInfo property, JsonTypeInfo owner)
    {
        // Neither: it is ignored.
        if (property.IsExtensionData || (property.Get is null && property.Set is null))
        {
            return false;
        }

        if (property.Set is not null || IsFilledInPlace(property, owner))
        {
            return true;
        }

#if NET9_0_OR_GREATER
        return property.AssociatedParameter is not null;
#else
        return owner.CreateObject is null ? null : false;
#endif
    }

    /// <summary>What the field is for: from the property, else from the parameter of the record that it stands for.</summary>
    internal static string? DescriptionOf(JsonPropertyInfo property)
    {
        string? text = DescriptionOf(property.AttributeProvider);
#if NET9_0_OR_GREATER
        text ??= DescriptionOf(property.AssociatedParameter?.AttributeProvider);
#endif
        return text;
    }

    /// <summary>What a list holds; null when that can't be told.</summary>
    internal static Type? ElementOf(JsonTypeInfo list)
    {
#if NET9_0_OR_GREATER
        return list.ElementType;
#else
        // A list of another make may have type arguments that say something else.
        Type type = list.Type;
        bool isOfTheFramework = type.IsGenericType && type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true;
        return type.IsArray ? type.GetElementType() : isOfTheFramework && type.GetGenericArguments() is [var only] ? only : null;
#endif
    }

    /// <summary>The contract of the property's type with the converter that stands on the property.</summary>
    internal static JsonTypeInfo WithOwnConverter(JsonPropertyInfo property)
    {
        var options = new JsonSerializerOptions(property.Options);
        options.Converters.Insert(0, property.CustomConverter!);
        return options.GetTypeInfo(property.PropertyType);
    }

    // Asked for a whole type, it goes for objects and lists; a text can't be filled.
    private static bool IsFilledInPlace(JsonPropertyInfo property, JsonTypeInfo owner) =>
        (property.ObjectCreationHandling ?? owner.PreferredPropertyObjectCreationHandling ?? property.Options.PreferredObjectCreationHandling) == JsonObjectCreationHandling.Populate
        && property.Options.TryGetTypeInfo(property.PropertyType, out JsonTypeInfo? contract) && contract.Kind != JsonTypeInfoKind.None;

    private static string? DescriptionOf(ICustomAttributeProvider? place) =>
        place?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute { Description.Length: > 0 } only, ..] ? only.Description : null;
}
