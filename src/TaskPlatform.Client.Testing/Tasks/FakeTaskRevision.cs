using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>A revision of a task as the platform keeps it.</summary>
public sealed class FakeTaskRevision
{
    private readonly FakeTask task;

    internal FakeTaskRevision(FakeTask task, Guid id, JsonObject document)
    {
        this.task = task;
        Id = id;
        Document = document;
    }

    /// <summary>The id it is run and made live by.</summary>
    public Guid Id { get; }

    /// <summary>Whether it gets traffic.</summary>
    public bool IsActive => Weight is not null;

    /// <summary>Its share of the traffic, from 0 to 1; null when it is not live.</summary>
    public double? Weight
    {
        get
        {
            lock (task.Gate)
            {
                return task.Weights.TryGetValue(Id, out double weight) ? weight : null;
            }
        }
    }

    internal JsonObject Document { get; }

    internal string? this[string key] => Json.Text(Document[key]);

    internal bool HasFallback => this["fallback_llm_model_id"] is not null;

    /// <summary>The revision as an answer shows it, a new copy on each call.</summary>
    public JsonObject ToJson()
    {
        lock (task.Gate)
        {
            var copy = (JsonObject)Document.DeepClone();
            copy["active"] = task.Weights.ContainsKey(Id);
            return copy;
        }
    }
}
