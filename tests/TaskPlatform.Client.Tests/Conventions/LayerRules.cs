namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Which layer a type belongs to, and which layers it may use.</summary>
internal static class LayerRules
{
    /// <summary>What each layer may use beside itself. Resource folders send through ITransport, so none needs Http or Serialization.</summary>
    private static readonly Dictionary<Layer, Layer[]> Allowed = new()
    {
        [Layer.Composition] = Enum.GetValues<Layer>(),
        [Layer.Http] = [Layer.Serialization, Layer.Authentication, Layer.Diagnostics, Layer.Tasks, Layer.Agents, Layer.Runs, Layer.Identity, Layer.Tags, Layer.ReportingGroups, Layer.Vocabulary],
        [Layer.Serialization] = [Layer.Tasks, Layer.Agents, Layer.Runs, Layer.Identity, Layer.Tags, Layer.ReportingGroups, Layer.Vocabulary],
        [Layer.Tasks] = [Layer.Comparisons, Layer.Batches, Layer.Runs, Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Agents] = [Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Comparisons] = [Layer.Batches, Layer.Runs, Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Batches] = [Layer.Runs, Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Runs] = [Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Tags] = [Layer.Diagnostics, Layer.Vocabulary],
        [Layer.ReportingGroups] = [Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Identity] = [Layer.Vocabulary],
        [Layer.LlmModels] = [Layer.Vocabulary],
        [Layer.Authentication] = [Layer.Diagnostics, Layer.Vocabulary],
        [Layer.Diagnostics] = [Layer.Vocabulary],
        [Layer.Vocabulary] = [],
    };

    /// <summary>Types whose folder does not tell their layer, each with the reason.</summary>
    private static readonly Dictionary<Type, (Layer Layer, string Reason)> Exceptions = new()
    {
        [typeof(TaskPlatformClient)] = (Layer.Composition, "the facade: its constructor puts the parts together"),
        [typeof(TaskPlatformClientOptions)] = (Layer.Composition, "what a client is composed from, the environment included"),
        [typeof(TaskPlatformCredential)] = (Layer.Composition, "its factories choose a token source of Authentication by design"),
        [typeof(RevisionNotActivatedException)] = (Layer.Composition, "carries the update results of tasks and of agents"),
    };

    /// <summary>Types any layer may use whatever their own, each with the reason.</summary>
    private static readonly Dictionary<Type, string> MeetingPoints = new()
    {
        [typeof(RevisionNotActivatedException)] = "thrown by Tasks and by Agents, with the result of either",
    };

    /// <summary>Single arrows that are let through, each with the reason.</summary>
    private static readonly Dictionary<(string From, string To), string> Arrows = new()
    {
        [("TaskOutputReader", nameof(RunFileConverter))] =
            "an answer describes its file in the shape of a file entry, and what an answer holds is decided again, in Runs, once the caller's expectation is known",
    };

    /// <summary>The layer of an outermost type; null when no source declares it.</summary>
    internal static Layer? Of(Type type)
    {
        if (Exceptions.TryGetValue(type, out var exception))
        {
            return exception.Layer;
        }

        // A converter stands beside its type and is named by an attribute only: what it does is serialization.
        if (IsConverter(type))
        {
            return Layer.Serialization;
        }

        return SourceFolders.Of(type)?.Split('/')[0] switch
        {
            null => null,
            "" or "Calls" or "Errors" or "Options" => Layer.Vocabulary,
            "DependencyInjection" => Layer.Composition,
            var folder => Enum.Parse<Layer>(folder),
        };
    }

    internal static bool Allow(Type user, Layer from, Type target, Layer to) =>
        from == to || MeetingPoints.ContainsKey(target) || Allowed[from].Contains(to) || Arrows.ContainsKey((user.Name, target.Name));

    internal static string Describe(Layer layer) =>
        layer == Layer.Composition ? "everything" : string.Join(", ", Allowed[layer].Select(static one => one.ToString()).DefaultIfEmpty("nothing of ours"));

    private static bool IsConverter(Type type) =>
        type.Name.Split('`')[0] is var name
        && (name.EndsWith("Converter", StringComparison.Ordinal) || name.EndsWith("ConverterFactory", StringComparison.Ordinal));
}
