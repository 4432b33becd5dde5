namespace TaskPlatform.Client;

/// <summary>A time limit of the client, as set in <see cref="TaskPlatformTimeoutOptions"/> or <see cref="RequestOptions.Timeout"/>.</summary>
public enum TimeLimit
{
    /// <summary>Making the connection (<see cref="TaskPlatformTimeoutOptions.Connect"/>).</summary>
    Connect,

    /// <summary>Waiting for a run's whole answer after its request was handed over (<see cref="TaskPlatformTimeoutOptions.Run"/>).</summary>
    Run,

    /// <summary>Waiting for an update's whole answer after its request was handed over (<see cref="TaskPlatformTimeoutOptions.Update"/>).</summary>
    Update,

    /// <summary>Reading: the whole answer, or for a stream its headers and then each wait for bytes (<see cref="TaskPlatformTimeoutOptions.Read"/>).</summary>
    Read,

    /// <summary>Getting a token (<see cref="TaskPlatformTimeoutOptions.Token"/>).</summary>
    Token,

    /// <summary>An upload made no progress for 100 seconds.</summary>
    Upload,
}
