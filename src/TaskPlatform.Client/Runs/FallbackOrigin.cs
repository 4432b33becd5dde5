namespace TaskPlatform.Client;

/// <summary>Who asked for the fallback model of a run.</summary>
public enum FallbackOrigin
{
    /// <summary>The platform, by itself, when the primary model failed.</summary>
    Platform,

    /// <summary>This client or its caller: the request carried <c>use_fallback_model=true</c>.</summary>
    Client,
}
