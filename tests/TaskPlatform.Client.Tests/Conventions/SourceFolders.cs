using System.Text.RegularExpressions;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// Which folder of the SDK a type lies in. Public types share one namespace, so only the sources know: their top-level
/// declarations begin in the first column.
/// </summary>
internal static partial class SourceFolders
{
    private static readonly Dictionary<string, string> Folders = Read();

    /// <summary>The folder, empty for the root; null for a type that no source declares.</summary>
    internal static string? Of(Type type) => Folders.GetValueOrDefault(type.Name);

    private static Dictionary<string, string> Read()
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Repository.CodeUnder(Repository.Sdk))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.Sdk, file))!.Replace('\\', '/');
            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                int arity = declaration.Groups["parameters"] is { Success: true } parameters ? parameters.Value.Count(static character => character == ',') + 1 : 0;
                string name = declaration.Groups["name"].Value + (arity == 0 ? "" : $"`{arity}");
                if (!folders.TryAdd(name, folder) && folders[name] != folder)
                {
                    throw new InvalidOperationException($"{name} is declared in two folders, '{folders[name]}' and '{folder}'; give one of the two another name.");
                }
            }
        }

        return folders;
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|abstract|static|readonly|ref|partial|file)\s)+(?:class|struct|record struct|record class|record|interface|enum|delegate\s[\w<>\[\]?, .]+?)\s(?<name>\w+)(?:<(?<parameters>[\w, ]+)>)?(?=[\s(:;{]|$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Declaration();
}
