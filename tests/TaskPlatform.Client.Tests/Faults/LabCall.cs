namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What is called while something goes wrong.</summary>
internal enum LabCall
{
    /// <summary>A run without files.</summary>
    Run,

    /// <summary>A run whose body takes several writes.</summary>
    RunWithFile,

    /// <summary>The same of a length that is not known beforehand: it goes out in chunks.</summary>
    RunInChunks,

    /// <summary>An update of a task.</summary>
    UpdateTask,

    /// <summary>An update of an agent.</summary>
    UpdateAgent,

    /// <summary>Reading a file of a run to its end.</summary>
    ReadFile,

    /// <summary>A run on a healthy server whose token comes from a faulty one.</summary>
    Token,
}
