namespace TaskPlatform.Client;

/// <summary>What became of one input on one revision.</summary>
/// <param name="Revision">The revision, as it was chosen.</param>
/// <param name="Outcome">The outcome; its <see cref="RunOutcome.Index"/> is that of the input.</param>
public sealed record RevisionOutcome(RevisionChoice Revision, RunOutcome Outcome);
