namespace TaskPlatform.Client.Testing.Scripting;

/// <summary>
/// What is to happen to a call at one moment: given the answer so far (null before the platform has made one), returns the answer that
/// ends the call, or null to let it go on.
/// </summary>
internal delegate Task<HttpResponseMessage?> ScriptAction(FakeRequest request, HttpResponseMessage? answer, CancellationToken cancellationToken);
