namespace TaskPlatform.Client;

/// <summary>Which limit of <see cref="RunManyOptions"/> stopped many runs.</summary>
public enum RunManyCeiling
{
    /// <summary><see cref="RunManyOptions.MaxCredits"/>.</summary>
    Credits,

    /// <summary><see cref="RunManyOptions.MaxFailures"/>.</summary>
    Failures,
}
