namespace TaskPlatform.Client.Tests;

/// <summary>The repository the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TaskPlatform.Client.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no TaskPlatform.Client.sln above {AppContext.BaseDirectory}.");
    }
}
