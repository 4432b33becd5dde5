namespace TaskPlatform.Client.Tasks;

/// <summary>Which inputs a revision needs, and which it takes.</summary>
internal sealed class RevisionInputs
{
    private readonly HashSet<string> taken;

    internal RevisionInputs(TaskRevision revision)
    {
        IEnumerable<string> variables = revision.InputParams.Count > 0
            ? revision.InputParams
            : PromptTemplate.Variables(revision.SystemPrompt).Concat(PromptTemplate.Variables(revision.UserPrompt));
        Required = [.. variables.Where(name => !revision.InputProcessors.Any(processor => processor.ParamName == name && MayFill(processor.Kind)))];
        taken = [.. variables, .. revision.InputProcessors.Select(static processor => processor.ParamName)];
        if (revision.Rag?.RagParam is { } searched)
        {
            taken.Add(searched);
        }
    }

    internal IReadOnlyList<string> Required { get; }

    internal bool Takes(string name) => taken.Contains(name);

    // These two work on what the caller gave; an extractor has a file, and what comes later is not known.
    private static bool MayFill(InputProcessorKind kind) => kind != InputProcessorKind.UrlFetcher && kind != InputProcessorKind.PerplexitySearch;
}
