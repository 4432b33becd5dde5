namespace TaskPlatform.Client;

/// <summary>What became of one of many runs, and with it whether its input may be run again.</summary>
public enum RunOutcomeKind
{
    /// <summary>The platform answered with a run that is no error.</summary>
    Succeeded,

    /// <summary>The platform made the run and it failed; it may be charged.</summary>
    Failed,

    /// <summary>The input was surely not run: refused, not sent, or given up while it waited. It may be run again.</summary>
    NotRun,

    /// <summary>The platform may have made and charged the run, and nobody here knows. Look for it before you run the input again.</summary>
    Unknown,
}
