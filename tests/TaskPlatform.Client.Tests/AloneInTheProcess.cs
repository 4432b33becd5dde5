using Xunit;

namespace TaskPlatform.Client.Tests;

/// <summary>For tests of what belongs to the whole process: no other test runs beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
