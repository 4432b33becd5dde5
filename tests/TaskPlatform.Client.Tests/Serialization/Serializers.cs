using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Tests.Serialization;

/// <summary>Ours and the settings strangers use; all must send the same bytes.</summary>
internal static class Serializers
{
    internal static readonly JsonSerializerOptions Ours = TaskPlatformJsonContext.Default.Options;

    internal static readonly IReadOnlyDictionary<string, JsonSerializerOptions> All = new Dictionary<string, JsonSerializerOptions>(StringComparer.Ordinal)
    {
        ["ours"] = Ours,
        ["reflection"] = new(),
        ["reflection, nulls ignored"] = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
        ["reflection, defaults ignored"] = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault },
        ["reflection, camel case"] = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DictionaryKeyPolicy = JsonNamingPolicy.CamelCase },
        ["reflection, web"] = new(JsonSerializerDefaults.Web),
        ["stranger's context"] = StrangerContext.Default.Options,
        ["stranger's context, web, nulls ignored"] = new StrangerContext(new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull }).Options,
        ["stranger's context, kebab case, defaults ignored"] = new StrangerContext(new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
            DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        }).Options,
    };

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Ours)!;

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Ours);
}
