using TaskPlatform.Client.Consumer;

// Ends with 1 at the first package that is not as it should be. `.ci/run` starts it after packing.
try
{
    switch (args)
    {
        case ["check", string folder]:
            return PackageChecks.Run(folder, remote: null);
        case ["check", string folder, string remote]:
            return PackageChecks.Run(folder, remote);
        case ["install", string folder]:
            await Installation.RunAsync(folder, "net10.0");
            await Installation.RunAsync(folder, "net8.0");
            return 0;
        default:
            await Console.Error.WriteLineAsync("Usage: check FOLDER [REMOTE], or install FOLDER. FOLDER holds the packed files; REMOTE is the address their repository was given.");
            return 2;
    }
}
catch (ConsumerException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
