using System.Text.Json;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>What loads or transforms an input.</summary>
internal sealed record HandWrittenInputProcessor
{
    public string? ParamName { get; init; }

    public string? InputProcessor { get; init; }

    public JsonElement? Config { get; init; }
}
