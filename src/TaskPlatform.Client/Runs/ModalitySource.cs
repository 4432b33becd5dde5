namespace TaskPlatform.Client;

/// <summary>How the modality of a run's answer was found, the surest way first.</summary>
public enum ModalitySource
{
    /// <summary>It was not: the answer says nothing and looks like nothing known.</summary>
    Unknown,

    /// <summary>The answer names it (<c>output_modality</c>), as the newer platform does.</summary>
    Answer,

    /// <summary>The request expected it (<see cref="RunTaskRequest.ExpectedModality"/>) and the answer named none.</summary>
    Expected,

    /// <summary>The answer looks like it: what kind of JSON <c>response</c> is and which keys it has.</summary>
    Shape,

    /// <summary>The one file that the run says it made has a content type that tells.</summary>
    File,
}
