using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>A run the platform has carried out and keeps.</summary>
public sealed class FakeRun
{
    private readonly JsonObject document;
    private readonly FakeRunContext context;

    internal FakeRun(FakeRunContext context, JsonObject document, decimal credits)
    {
        this.context = context;
        this.document = document;
        CreditsCharged = credits;
    }

    /// <summary>The id of the run, as in the answer and in <c>X-Task-Run-ID</c>.</summary>
    public Guid Id => context.RunId;

    /// <summary>The task that was run.</summary>
    public Guid TaskId => context.TaskId;

    /// <summary>The revision that answered.</summary>
    public Guid RevisionId => context.RevisionId;

    /// <summary>The inputs as they were sent, a new copy on each call.</summary>
    public JsonObject Inputs => (JsonObject)document["run_data"]!["submitted"]!.DeepClone();

    /// <summary>What was uploaded, in the order sent.</summary>
    public IReadOnlyList<FakeFile> Uploads => context.Files;

    /// <summary>What the run produced.</summary>
    public IReadOnlyList<FakeFile> Produced => context.Produced;

    /// <summary>The caller's own id of the run; null when none was sent.</summary>
    public string? Reference => context.Reference;

    /// <summary>Whether the fallback model answered.</summary>
    public bool UsedFallbackModel => context.UsesFallbackModel;

    /// <summary>Whether it ended in an error (<c>is_error</c>).</summary>
    public bool IsError => Wire.Json.Flag(document["is_error"]);

    /// <summary>What it cost; 0 when nothing was charged.</summary>
    public decimal CreditsCharged { get; }

    /// <summary>The run as an answer shows it, a new copy on each call.</summary>
    public JsonObject ToJson() => (JsonObject)document.DeepClone();
}
