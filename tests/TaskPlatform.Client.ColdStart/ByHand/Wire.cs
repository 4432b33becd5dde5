using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.ColdStart;

internal sealed record TokenAnswer(string AccessToken, int ExpiresIn);

internal sealed record RunRequest(JsonObject TaskInput);

internal sealed record RunAnswer(Guid Id, Guid TaskRevisionId, Translation Response, DateTimeOffset Created, int InputTokens, int OutputTokens, string? ChargedCredits, bool IsError);

internal sealed record Translation(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunAnswer))]
internal sealed partial class ColdStartJson : JsonSerializerContext;
