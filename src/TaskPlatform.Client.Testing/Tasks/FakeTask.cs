using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Runs;
using TaskPlatform.Client.Testing.Tasks;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>A task on the platform: what it has become, what it was asked, and what its runs shall answer.</summary>
public sealed class FakeTask
{
    private readonly PlatformState state;

    internal FakeTask(PlatformState state, Guid projectId, JsonObject root)
    {
        this.state = state;
        ProjectId = projectId;
        Root = root;
        Id = Json.Id(root["id"])!.Value;
        AccessToken = Json.Text(root["access_token"])!;
    }

    /// <summary>The id it is called by.</summary>
    public Guid Id { get; }

    /// <summary>The project it lies in.</summary>
    public Guid ProjectId { get; }

    /// <summary>The task's own bearer: it can run this task and fetch the files of those runs, nothing else.</summary>
    public string AccessToken { get; }

    /// <summary>Its name as it stands now.</summary>
    public string Name => Under(() => Json.Text(Root["name"])!);

    /// <summary>Its revisions, the oldest first.</summary>
    public IReadOnlyList<FakeTaskRevision> Revisions => Under(() => RevisionList.ToArray());

    /// <summary>Its runs, the oldest first.</summary>
    public IReadOnlyList<FakeRun> Runs => Under(() => RunList.ToArray());

    /// <summary>What one run costs; 1.00 by default. The digits are kept: <c>3.40m</c> is charged as <c>"3.40"</c>.</summary>
    public decimal Credits { get; set; } = 1.00m;

    /// <summary>What a run that ends in an error costs; null, the default, charges nothing.</summary>
    public decimal? CreditsOfFailedRun { get; set; }

    /// <summary>Whether the platform itself turns to a configured fallback when the primary model fails; true by default. False leaves that to the client.</summary>
    public bool FallsBack { get; set; } = true;

    internal object Gate => state.Gate;

    internal JsonObject Root { get; }

    internal List<FakeTaskRevision> RevisionList { get; } = [];

    internal List<FakeRun> RunList { get; } = [];

    internal Dictionary<Guid, double> Weights { get; private set; } = [];

    internal RunScript Script { get; } = new();

    internal string Modality => Json.Text(Root["output_modality"])!;

    /// <summary>Makes every later run answer this: text for a <c>text</c> task, an object for a <c>json</c> one, or any JSON at all, null included.</summary>
    /// <param name="response">What shall stand under <c>response</c>; it is copied.</param>
    public void Answer(JsonNode? response)
    {
        JsonNode? copy = response?.DeepClone();
        Script.Answer = new ScriptedAnswer(_ => copy?.DeepClone(), Literal: true);
    }

    /// <summary>Makes every later run produce this file, in the shape the task's modality has on the wire.</summary>
    /// <param name="file">The file; each run stores it under a name of its own.</param>
    public void AnswerFile(FakeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Respond(run =>
        {
            run.AddFile(file);
            return null;
        });
    }

    /// <summary>Makes every later run answer what the function returns. It may run for several calls at once.</summary>
    /// <param name="respond">Gets the run; what it returns stands under <c>response</c>. Null stands for the answer the platform gives by itself in the task's modality.</param>
    public void Respond(Func<FakeRunContext, JsonNode?> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Script.Answer = new ScriptedAnswer(respond, Literal: false);
    }

    /// <summary>Makes the primary model fail. With a fallback configured the platform answers with it, unless <see cref="FallsBack"/> is false.</summary>
    /// <param name="reason">Why: <c>primary_failure_reason</c> on the wire.</param>
    /// <param name="status">How a run ends that nothing saved: with this status, nothing executed or charged; null, the default, gives a 200 whose <c>is_error</c> is true.</param>
    /// <param name="times">How many runs fail; by default all until <see cref="Heal"/>.</param>
    public void FailPrimary(string reason, HttpStatusCode? status = null, int times = int.MaxValue) =>
        Script.FailPrimary(new ModelFailure(reason, status), times);

    /// <summary>Makes the fallback model fail, whoever asked for it.</summary>
    /// <param name="reason">Why: it stands in the answer.</param>
    /// <param name="status">How such a run ends, as for <see cref="FailPrimary"/>.</param>
    /// <param name="times">How many runs fail; by default all until <see cref="Heal"/>.</param>
    public void FailFallback(string reason, HttpStatusCode? status = null, int times = int.MaxValue) =>
        Script.FailFallback(new ModelFailure(reason, status), times);

    /// <summary>Makes both models work again.</summary>
    public void Heal() => Script.Heal();

    /// <summary>Adds a revision as an update would: a copy of the newest with changes, and not live.</summary>
    /// <param name="change">What is different; null changes nothing.</param>
    /// <returns>The new revision.</returns>
    public FakeTaskRevision AddRevision(Action<FakeRevisionDefinition>? change = null)
    {
        var definition = FakeRevisionDefinition.Create();
        change?.Invoke(definition);
        return Under(() => AddRevision(TaskSeeder.Update(state, definition)));
    }

    /// <summary>The task as an answer shows it, a new copy on each call.</summary>
    public JsonObject ToJson() => Under(() =>
    {
        var copy = (JsonObject)Root.DeepClone();
        copy["active_revisions"] = Json.List(Weights.Select(active =>
            (JsonNode)new JsonObject { ["task_revision_id"] = active.Key.ToString(), ["weight"] = active.Value }));
        copy["revisions"] = Json.List(RevisionList.AsEnumerable().Reverse().Select(revision => (JsonNode)revision.ToJson()));
        return copy;
    });

    internal FakeTaskRevision AddRevision(JsonObject update)
    {
        Guid id = state.Ids.Next();
        JsonObject newest = RevisionList.Count == 0 ? RevisionDocument.Empty() : RevisionList[^1].Document;
        var revision = new FakeTaskRevision(this, id, RevisionDocument.Next(newest, update, state, id));
        RevisionList.Add(revision);
        return revision;
    }

    internal void Activate(Dictionary<Guid, double> weights) => Weights = weights;

    internal FakeTaskRevision? Revision(Guid id) => RevisionList.Find(revision => revision.Id == id);

    private T Under<T>(Func<T> read)
    {
        lock (state.Gate)
        {
            return read();
        }
    }
}
