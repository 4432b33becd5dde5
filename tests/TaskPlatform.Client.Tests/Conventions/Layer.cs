namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>A layer of the SDK, outermost first.</summary>
internal enum Layer
{
    Composition,
    Http,
    Serialization,
    Tasks,
    Agents,
    Tags,
    ReportingGroups,
    Identity,
    Comparisons,
    Batches,
    LlmModels,
    Runs,
    Authentication,
    Diagnostics,
    Vocabulary,
}
