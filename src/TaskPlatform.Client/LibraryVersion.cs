using System.Reflection;

namespace TaskPlatform.Client;

/// <summary>The version of this library, as it introduces itself to servers and listeners.</summary>
internal static class LibraryVersion
{
    internal static readonly string Text =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
