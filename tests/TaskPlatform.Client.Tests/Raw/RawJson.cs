using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Tests.Raw;

/// <summary>What a program sends and reads by types of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Forwarder))]
[JsonSerializable(typeof(Loop))]
[JsonSerializable(typeof(int))]
internal sealed partial class RawJson : JsonSerializerContext;

internal sealed record Forwarder(string Name, string? TargetUrl = null);

internal sealed class Loop
{
    public Loop? Itself { get; set; }
}
