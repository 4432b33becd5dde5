using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>What a request's inputs lack, and what they have that no prompt takes; by name, never by value. Made by <see cref="PromptTemplate.Compare"/>.</summary>
public sealed record InputDifference
{
    /// <summary>The variables for which there is no input; empty when none is missing. An input that is null is there.</summary>
    public IReadOnlyList<string> Missing { get => field ?? []; init; }

    /// <summary>The inputs that no prompt takes; empty when there are none.</summary>
    public IReadOnlyList<string> Surplus { get => field ?? []; init; }

    /// <summary>Whether the inputs are just those of the prompts.</summary>
    public bool IsEmpty => Missing.Count == 0 && Surplus.Count == 0;

    // Names of inputs may come from anywhere.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Missing = {Missing.Count}, Surplus = {Surplus.Count}");
        return true;
    }
}
