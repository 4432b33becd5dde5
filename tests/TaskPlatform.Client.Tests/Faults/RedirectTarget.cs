namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Where a redirect points.</summary>
internal enum RedirectTarget
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The same address again.</summary>
    Itself,

    /// <summary>A healthy server that is another origin.</summary>
    Elsewhere,
}
