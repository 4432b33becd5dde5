using System.Text.Json.Nodes;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace CompareRevisions;

/// <summary>A platform in memory with a task that rates reviews, in three revisions. For a real one see TaskPlatformClientOptions.FromEnvironment().</summary>
internal sealed class EmbeddedProject : IDisposable
{
    public static readonly string[] Reviews = ["Lovely.", "Never again!", "Fine, I suppose.", "Best day of my life", "It rained"];

    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;
    private readonly Guid candidate;

    public EmbeddedProject()
    {
        task = platform.AddTask("Rate a review", definition =>
        {
            definition.UserPrompt = "How many stars does this give? {review}";
            definition.OutputFormat = new JsonObject { ["stars"] = "int" };
        });
        Live = task.Revisions[0].Id;
        Strict = task.AddRevision(revision => revision.UserPrompt = "Be strict. How many stars does this give? {review}").Id;
        candidate = task.AddRevision(revision =>
        {
            revision.UserPrompt = "Stars? {review}";
            revision.Tags.Add("candidate");
        }).Id;
        task.Respond(run => new JsonObject { ["stars"] = Rate(run.Inputs["review"]!.GetValue<string>(), run.RevisionId) });
    }

    public Guid Live { get; }

    public Guid Strict { get; }

    public Guid TaskId => task.Id;

    public decimal Charged => platform.CreditsCharged;

    public TaskPlatformClient CreateClient() => platform.CreateClient();

    public string NameOf(Guid? revision) => revision == Live ? "live" : revision == Strict ? "strict" : revision == candidate ? "candidate" : "?";

    public string NameOf(RevisionChoice choice) => choice.Tag ?? NameOf(choice.Id);

    public void Dispose() => platform.Dispose();

    private int Rate(string review, Guid revision) => review switch
    {
        "Lovely." => revision == Strict ? 4 : 5,
        "Best day of my life" => 5,
        "Fine, I suppose." => revision == Strict ? 2 : 3,
        "It rained" => revision == candidate ? 1 : 2,
        _ => 1,
    };
}
