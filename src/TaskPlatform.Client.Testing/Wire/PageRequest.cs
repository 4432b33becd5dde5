using System.Net;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Which page of a list a call asks for. The cursor is the id of the last entry of the page before.</summary>
internal sealed record PageRequest(string? Cursor, int Limit)
{
    private const int Largest = 100;

    public static PageRequest Read(IReadOnlyDictionary<string, string> query, IssueList issues) =>
        new(query.GetValueOrDefault("cursor"), QueryFields.Whole(query, "page_limit", 1, Largest, missing: Largest, issues));

    /// <summary>Answers the page: all entries in their order, of which it takes its own.</summary>
    public HttpResponseMessage Of(IEnumerable<JsonObject> entries)
    {
        JsonObject[] all = [.. entries];
        int start = Cursor is null ? 0 : Array.FindIndex(all, entry => Json.Text(entry["id"]) == Cursor) + 1;
        if (Cursor is not null && start == 0)
        {
            throw Refusal.Text(HttpStatusCode.BadRequest, "Invalid cursor");
        }

        JsonObject[] page = [.. all.Skip(start).Take(Limit)];
        bool hasNext = start + page.Length < all.Length;
        return Answer.Json(HttpStatusCode.OK, new JsonObject
        {
            ["results"] = Json.List(page),
            ["pagination"] = new JsonObject
            {
                ["next_cursor"] = hasNext ? Json.Text(page[^1]["id"]) : null,
                ["has_next"] = hasNext,
                ["page_limit"] = Limit,
            },
        });
    }
}
