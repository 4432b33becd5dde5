using System.Text.Json.Nodes;

namespace TaskPlatform.Client.DocsTests;

/// <summary>The JSON that a page shows below a snippet, so that a test can hold it against what was received.</summary>
internal static class ShownJson
{
    /// <summary>The block of JSON that follows a snippet on a page.</summary>
    /// <param name="page">The page's path from the root of the repository.</param>
    /// <param name="snippet">The file and the name of the snippet.</param>
    public static JsonNode? After(string page, string snippet)
    {
        string code = Snippets.All[snippet];
        Block next = Document.Read(page).Blocks().SkipWhile(block => block.Code != code).Skip(1).First();
        return next.Language == "json" ? JsonNode.Parse(next.Code) : throw new InvalidDataException($"{next.Place}: the block below '{snippet}' is not JSON.");
    }
}
