namespace TaskPlatform.Client.Http.Attempts;

/// <summary>A handler of the host tried to send a call a second time. Whether the first was carried out is not known here.</summary>
internal sealed class RepeatRefusedException()
    : InvalidOperationException("A handler tried to send a call a second time. This client sends a change once and repeats it only on evidence that it was not carried out: take the retrying handler off.");
