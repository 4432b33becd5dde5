namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>A damaged answer got the better of the client: says which, so that it can be played again.</summary>
internal sealed class FuzzFailureException(FuzzCase found, string what, Exception? cause = null) : Exception($"{what}\nplay it again: {found}\n{cause}", cause);
