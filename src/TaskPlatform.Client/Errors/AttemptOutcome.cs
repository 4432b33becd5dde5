namespace TaskPlatform.Client;

/// <summary>What became of one attempt of a call, and with it whether the platform can have carried it out.</summary>
public enum AttemptOutcome
{
    /// <summary>An answer with a 2xx status was read.</summary>
    Answered,

    /// <summary>The connection failed before the body was asked for its first byte: the platform has not carried it out.</summary>
    NotSent,

    /// <summary>Refused with 429, or with 503 and <c>Retry-After</c>: not carried out.</summary>
    Throttled,

    /// <summary>The bearer was refused (401, or 403 <c>MISSING_AUTHENTICATION</c>): not carried out.</summary>
    Unauthenticated,

    /// <summary>Refused with any other 4xx but 408: not carried out.</summary>
    Rejected,

    /// <summary>The body was cut off before its last byte was handed over: not carried out.</summary>
    CutOff,

    /// <summary>The platform may have carried it out: 408, most 5xx, a lost connection or a time-out after the body was handed over, an answer that can't be read.</summary>
    Unknown,
}
