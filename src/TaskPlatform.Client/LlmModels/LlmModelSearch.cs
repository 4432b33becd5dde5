namespace TaskPlatform.Client.LlmModels;

/// <summary>Finds the one model a name means.</summary>
internal static class LlmModelSearch
{
    private const int MostShown = 5;
    private const int LongestShown = 64;

    internal static LlmModel Find(IReadOnlyList<LlmModel> models, string name)
    {
        // A model in service before one that is retired, the name before an alias, the very spelling before another case.
        foreach (bool retired in new[] { false, true })
        {
            LlmModel[] candidates = [.. models.Where(model => model.Retired is not null == retired)];
            foreach (Func<LlmModel, string?> told in new Func<LlmModel, string?>[] { static model => model.Name, static model => model.Alias })
            {
                LlmModel[] found = Named(candidates, told, name, StringComparison.Ordinal) is { Length: > 0 } exact
                    ? exact
                    : Named(candidates, told, name, StringComparison.OrdinalIgnoreCase);
                if (found.Length > 0)
                {
                    return found.Length == 1 ? found[0] : throw Ambiguous(found, name);
                }
            }
        }

        throw Missing(models, name);
    }

    private static LlmModel[] Named(LlmModel[] candidates, Func<LlmModel, string?> told, string name, StringComparison comparison) =>
        [.. candidates.Where(model => string.Equals(told(model), name, comparison)).DistinctBy(static model => model.Id)];

    private static TaskPlatformException Ambiguous(LlmModel[] found, string name) =>
        new($"Several models are called \"{Short(name)}\": {Show(found)}. Ask for one by its reference name, or by its id.");

    private static TaskPlatformNotFoundException Missing(IReadOnlyList<LlmModel> models, string name)
    {
        LlmModel[] near = NearestNames.Of(models, name);
        string hint = near.Length > 0 ? $"The nearest: {Show(near)}." : "None has a name that is near it; Models.ListAsync gives all.";
        return new TaskPlatformNotFoundException($"No model of the {models.Count} that the project knows is called \"{Short(name)}\". {hint}");
    }

    private static string Show(IEnumerable<LlmModel> models) =>
        string.Join(", ", models.Take(MostShown).Select(static model => Short(model.Name) + (model.Retired is null ? "" : " (retired)")));

    private static string Short(string name) => name.Length <= LongestShown ? name : string.Concat(name.AsSpan(0, LongestShown), "…");
}
