using System.Net;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>Why a model fails, and the status a run then ends with; null is a 200 whose <c>is_error</c> is true.</summary>
internal sealed record ModelFailure(string Reason, HttpStatusCode? Status);
