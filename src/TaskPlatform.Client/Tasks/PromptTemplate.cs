using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

/// <summary>
/// What a prompt asks of a run: its variables, written <c>{name}</c> (or <c>{{name}}</c> in older prompts), and whether a
/// request brings them. Nothing here calls the platform, and no run is checked unless you ask for it.
/// </summary>
public static class PromptTemplate
{
    /// <summary>
    /// The variables of a prompt. A name is letters, digits and underscores and does not start with a digit; braces
    /// around anything else, such as an example in JSON, are text.
    /// </summary>
    /// <param name="prompt">The prompt; null has none.</param>
    /// <returns>Each name once, in the order of its first place.</returns>
    public static IReadOnlyList<string> Variables(string? prompt)
    {
        List<string> names = [];
        for (int open = IndexOf(prompt, '{', 0); open >= 0; open = IndexOf(prompt, '{', open + 1))
        {
            int end = open + 1;
            while (end < prompt!.Length && (prompt[end] == '_' || char.IsLetterOrDigit(prompt[end])))
            {
                end++;
            }

            // The inner braces of two are looked at in their turn.
            if (end < prompt.Length && prompt[end] == '}' && end > open + 1 && !char.IsDigit(prompt[open + 1])
                && prompt[(open + 1)..end] is var name && !names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>
    /// Compares the inputs of a request with the variables of the task's prompts, as the platform told them
    /// (<see cref="TaskRevision.InputParams"/>), or else as they stand in system and user prompt.
    /// </summary>
    /// <remarks>
    /// Which revisions count: the one the request names by <see cref="RunTaskRequest.RevisionId"/>, those tagged with its
    /// <see cref="RunTaskRequest.RevisionTag"/>, and without either those that get traffic. Of several each may be the one
    /// that runs: an input is missing if one of them lacks it, and surplus if none of them takes it. A variable that an
    /// input processor may fill from a file is never missing; what a processor or a lookup works on is never surplus.
    /// </remarks>
    /// <param name="request">The request; its files and everything else but the inputs and the revision are not looked at.</param>
    /// <param name="definition">The task with its revisions, as an update returns it.</param>
    /// <returns>What is missing and what is surplus.</returns>
    /// <exception cref="ArgumentException">The definition does not hold the revision that would run, so there is nothing to compare with.</exception>
    public static InputDifference Compare(RunTaskRequest request, TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(definition);
        IReadOnlyList<RevisionInputs> revisions = [.. CandidateRevisions.Of(request, definition).Select(static revision => new RevisionInputs(revision))];
        return new InputDifference
        {
            Missing = [.. revisions.SelectMany(static one => one.Required).Distinct(StringComparer.Ordinal).Where(name => !request.Input.ContainsKey(name))],
            Surplus = [.. request.Input.Select(static pair => pair.Key).Where(name => !revisions.Any(one => one.Takes(name)))],
        };
    }

    /// <summary>
    /// Refuses a request whose inputs are not those of the task's prompts, before a run is paid for. Which prompts count,
    /// and what is missing or surplus, is as in <see cref="Compare"/>.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">The task with its revisions, as an update returns it.</param>
    /// <exception cref="ArgumentException">Inputs are missing or surplus; the message names them, never their values. Or the definition does not hold the revision that would run.</exception>
    public static void Check(RunTaskRequest request, TaskDefinition definition)
    {
        InputDifference difference = Compare(request, definition);
        if (!difference.IsEmpty)
        {
            string missing = difference.Missing.Count == 0 ? "" : $" Missing: {string.Join(", ", difference.Missing)}.";
            string surplus = difference.Surplus.Count == 0 ? "" : $" In no prompt: {string.Join(", ", difference.Surplus)}.";
            throw new ArgumentException($"The inputs are not those of the task's prompts.{missing}{surplus}", nameof(request));
        }
    }

    private static int IndexOf(string? text, char wanted, int start) => text is null ? -1 : text.IndexOf(wanted, start);
}
