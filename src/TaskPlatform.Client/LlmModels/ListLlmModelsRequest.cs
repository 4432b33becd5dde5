namespace TaskPlatform.Client;

/// <summary>Which language models a list shows. With nothing set: all that can be chosen today.</summary>
public sealed record ListLlmModelsRequest
{
    /// <summary>True adds models that can no longer be chosen (<c>include_retired</c>); the platform's default is false.</summary>
    public bool? IncludeRetired { get; init; }

    /// <summary>True shows only models that read pictures (<c>vision=image</c>); false, the default, does not ask.</summary>
    public bool ReadsImages { get; init; }

    /// <summary>True shows only models that read PDF documents (<c>vision=pdf</c>); false, the default, does not ask.</summary>
    public bool ReadsPdfs { get; init; }

    /// <summary>True shows only models that make pictures (<c>output=image</c>); false, the default, does not ask.</summary>
    public bool MakesImages { get; init; }
}
