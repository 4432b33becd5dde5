namespace Quickstart;

/// <summary>A folder for what the program writes. It is removed with everything in it when the program ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("taskplatform-quickstart-").FullName;

    public string PathOf(string fileName) => Path.Combine(path, fileName);

    public void Dispose() => Directory.Delete(path, recursive: true);

    public override string ToString() => path;
}
