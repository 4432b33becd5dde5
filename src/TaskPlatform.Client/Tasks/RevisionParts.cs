namespace TaskPlatform.Client.Tasks;

/// <summary>Whether parts of a revision mean the same as those sent, though the platform may write them otherwise or fill in its defaults.</summary>
internal static class RevisionParts
{
    internal static bool Same(OutputFormat? sent, OutputFormat? found) =>
        (sent?.Count ?? 0) == (found?.Count ?? 0)
        && (sent is null || sent.All(field => found!.TryGetValue(field.Key, out OutputField? other) && Same(field.Value, other)));

    internal static bool Same(Guid? sent, ResourceId? found) =>
        sent is null ? string.IsNullOrEmpty(found?.Value) : found is { } id && id.TryGetGuid(out Guid value) && value == sent;

    internal static bool Same(RagSettings? sent, RagSettings? found) =>
        sent is null || found is null
            ? sent is null && found is null
            : string.Equals(sent.CollectionId.Value, found.CollectionId.Value, StringComparison.OrdinalIgnoreCase) && Same(sent.RagConfig, found.RagConfig);

    internal static bool Same(InputProcessor sent, InputProcessor found) =>
        sent.ParamName == found.ParamName
        && sent.Kind == found.Kind
        && JsonComparison.Same(sent.Config, JsonObjectView.ToElement(found.Config));

    private static bool Same(OutputField sent, OutputField found) =>
        sent.Type == found.Type
        && (sent.Description ?? "") == (found.Description ?? "")
        && (sent.Options ?? []).SequenceEqual(found.Options ?? [], StringComparer.Ordinal)
        && sent.ItemType == found.ItemType
        && Same(sent.NestedStructure, found.NestedStructure);

    // Members left out are the platform's to fill.
    private static bool Same(RagConfig? sent, RagConfig? found) =>
        sent is null
        || ((sent.RewriteMode is null || sent.RewriteMode == found?.RewriteMode)
            && (sent.CandidateK is null || sent.CandidateK == found?.CandidateK)
            && (sent.FinalK is null || sent.FinalK == found?.FinalK)
            && (sent.IncludeSources is null || sent.IncludeSources == found?.IncludeSources)
            && (sent.MaxContextTokens is null || sent.MaxContextTokens == found?.MaxContextTokens)
            && (sent.MaxContextChunks is null || sent.MaxContextChunks == found?.MaxContextChunks)
            && (sent.ContextInstruction is null || sent.ContextInstruction == found?.ContextInstruction));
}
