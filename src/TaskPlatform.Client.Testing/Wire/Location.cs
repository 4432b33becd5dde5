using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Where in a request something is wrong: the <c>loc</c> of a 422, words and positions mixed.</summary>
internal sealed class Location
{
    public static readonly Location Body = new(null, "body", 0);
    public static readonly Location Query = new(null, "query", 0);

    private readonly Location? parent;
    private readonly string? name;
    private readonly int index;

    private Location(Location? parent, string? name, int index)
    {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    public Location this[string key] => new(this, key, 0);

    public Location this[int position] => new(this, null, position);

    public JsonArray ToJson()
    {
        JsonArray path = parent?.ToJson() ?? [];
        path.Add((JsonNode?)(name is null ? JsonValue.Create(index) : JsonValue.Create(name)));
        return path;
    }
}
