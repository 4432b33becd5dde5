using System.Net;
using TaskPlatform.Client.Testing.Authentication;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>What the platform remembers. Everything here is read and changed under <see cref="Gate"/> only.</summary>
internal sealed class PlatformState
{
    public PlatformState(TimeProvider clock, int seed)
    {
        Random = new Random(seed);
        Clock = new PlatformClock(clock);
        Ids = new PlatformIds(clock, Random);
        Bearers = new Bearers(clock);
        UserId = Ids.Next();
        Labels = new LabelStore(this);
        ModelId = Labels.AddModel("heron-medium");
        FallbackModelId = Labels.AddModel("heron-mini");
    }

    public object Gate { get; } = new();

    public Random Random { get; }

    public PlatformClock Clock { get; }

    public PlatformIds Ids { get; }

    public Bearers Bearers { get; }

    public Guid UserId { get; }

    public Guid ModelId { get; }

    public Guid FallbackModelId { get; }

    /// <summary>Where the platform's clients and keys belong.</summary>
    public (Guid Organization, Guid Project) Home { get; set; }

    /// <summary>Organization of each project.</summary>
    public Dictionary<Guid, Guid> Projects { get; } = [];

    /// <summary>Secret of each OAuth client.</summary>
    public Dictionary<string, string> Clients { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, FakeTask> Tasks { get; } = [];

    public Dictionary<Guid, FakeTaskAgent> Agents { get; } = [];

    public LabelStore Labels { get; }

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(3600);

    public int TokensIssued { get; set; }

    public int ExecutedRuns { get; set; }

    public int ExecutedAgentRuns { get; set; }

    public decimal CreditsCharged { get; set; }

    public FakeTask Task(Exchange call)
    {
        Guid project = Project(call);
        Guid id = call.Id("task_id");
        return Tasks.TryGetValue(id, out FakeTask? task) && task.ProjectId == project
            ? task
            : throw Refusal.Text(HttpStatusCode.NotFound, "Task not found");
    }

    public FakeTaskAgent Agent(Exchange call)
    {
        Guid project = Project(call);
        Guid id = call.Id("task_agent_id");
        return Agents.TryGetValue(id, out FakeTaskAgent? agent) && agent.ProjectId == project
            ? agent
            : throw Refusal.Text(HttpStatusCode.NotFound, "Task agent not found");
    }

    public Guid Project(Exchange call)
    {
        Guid organization = call.Id("org_id");
        Guid project = call.Id("project_id");
        return Projects.TryGetValue(project, out Guid owner) && owner == organization
            ? project
            : throw Refusal.NotPermitted("project:view", "The caller may not see this project.");
    }
}
