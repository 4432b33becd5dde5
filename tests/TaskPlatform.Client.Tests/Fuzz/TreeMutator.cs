using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Damages JSON where it has structure: keys, kinds of values, nesting, lengths.</summary>
internal static class TreeMutator
{
    private static readonly int[] Depths = [3, 60, 64, 65, 300, 505, 511, 512, 513, 2000];
    private static readonly int[] Lengths = [300, 301, 4096, 16 * 1024, 100_000];

    internal static void Damage(JsonTree root, Random random)
    {
        var all = new List<JsonTree>();
        root.Collect(all);
        JsonTree[] containers = [.. all.Where(static one => one.Count > 0)];
        if (containers.Length == 0)
        {
            root.Text = One(HostileJson.Values, random);
            return;
        }

        // The root's own members count as much as all that is under it.
        JsonTree container = random.Next(3) == 0 ? containers[0] : One(containers, random);
        int at = random.Next(container.Count);
        switch (random.Next(16))
        {
            case 0:
                Drop(container, at);
                break;
            case 1 or 2:
                Add(container, at, random.Next(2) == 0 ? container[at].Copy() : Hostile(random), random);
                break;
            case 3 when container.Members is not null:
                container.Members[at] = KeyValuePair.Create(Name(all, random), container[at]);
                break;
            case 4:
                container[at] = new() { Items = [container[at]] };
                break;
            case 5:
                container[at] = new() { Members = [KeyValuePair.Create(Name(all, random), container[at])] };
                break;
            case 6:
                int other = random.Next(container.Count);
                (container[at], container[other]) = (container[other], container[at]);
                break;
            case 7 or 8:
                container[at] = One(all, random).Copy();
                break;
            case 9:
                container[at] = Deep(random);
                break;
            case 10:
                container[at] = new() { Text = Long(random) };
                break;
            case 11 when container[at].Text is ['"', _, .., '"']:
                container[at] = new() { Text = Escaped(container[at].Text, random) };
                break;
            case 12 when container.Members is not null:
                container.Members.Insert(at, KeyValuePair.Create(Name(all, random), Hostile(random)));
                break;
            case 13 when !container[at].IsContainer && container[at].Text.Length < 64:
                container[at] = new() { Items = [.. Enumerable.Repeat(container[at], 300)] };
                break;
            default:
                container[at] = Hostile(random);
                break;
        }
    }

    internal static T One<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];

    private static JsonTree Hostile(Random random) => new() { Text = One(HostileJson.Values, random) };

    private static string Name(List<JsonTree> all, Random random)
    {
        JsonTree donor = One(all, random);
        return donor.Members is { Count: > 0 } members && random.Next(2) == 0 ? One(members, random).Key : One(HostileJson.Names, random);
    }

    private static void Drop(JsonTree container, int at)
    {
        container.Members?.RemoveAt(at);
        container.Items?.RemoveAt(at);
    }

    private static void Add(JsonTree container, int at, JsonTree value, Random random)
    {
        int place = random.Next(container.Count + 1);
        container.Members?.Insert(place, KeyValuePair.Create(container.Members[at].Key, value));
        container.Items?.Insert(place, value);
    }

    private static JsonTree Deep(Random random)
    {
        int depth = One(Depths, random);
        return new()
        {
            Text = random.Next(2) == 0
                ? new string('[', depth) + new string(']', depth)
                : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
        };
    }

    private static string Long(Random random) => $"\"{new string(random.Next(2) == 0 ? 'x' : '\u00e9', random.Next(10) == 0 ? One(Lengths, random) : 200)}\"";

    // The same text, some of its letters written as escapes.
    private static string Escaped(string quoted, Random random)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in quoted.AsSpan(1, quoted.Length - 2))
        {
            _ = char.IsAsciiLetterOrDigit(letter) && random.Next(2) == 0
                ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
                : text.Append(letter);
        }

        return text.Append('"').ToString();
    }
}
