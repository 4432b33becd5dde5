using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Tasks;

/// <summary>The words an enum is written as: each value is written once, so that names are what the contract makes of them.</summary>
internal static class ContractEnum
{
    /// <summary>Gives the words in the order of their values, or says why there are none.</summary>
    internal static bool TryGetWords(JsonTypeInfo contract, [NotNullWhen(true)] out string[]? words, [NotNullWhen(false)] out string? problem)
    {
        Type type = Nullable.GetUnderlyingType(contract.Type) ?? contract.Type;
        words = null;
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            problem = "is an enum of flags, and options are for one value at a time";
            return false;
        }

        JsonElement[] written =
        [
            .. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(Enum.ToObject(type, value), contract)),
        ];
        problem = written switch
        {
            [] => "is an enum without values",
            _ when written.Any(static one => one.ValueKind != JsonValueKind.String) =>
                $"is an enum that is written as a number. Put [JsonConverter(typeof(JsonStringEnumConverter<{type.Name}>))] on it",
            _ => null,
        };
        if (problem is not null)
        {
            return false;
        }

        words = [.. written.Select(static one => one.GetString()!).Distinct(StringComparer.Ordinal)];
        return true;
    }
}
