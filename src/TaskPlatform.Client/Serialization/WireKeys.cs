using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// The keys that are known of one kind of object, best in the order in which the platform writes them: each search goes
/// on behind the last hit, so that in an answer that is as expected every key is found at the first look.
/// </summary>
internal sealed class WireKeys
{
    /// <summary>How many keys an object may have that are known.</summary>
    internal const int MaxCount = 36;

    private readonly string[] names;
    private readonly byte[][] utf8;

    internal WireKeys(params string[] names)
    {
        this.names = names;
        utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    /// <summary>The place of a key of an answer, or -1 for one that is not known.</summary>
    internal int Find(JsonProperty property, ref int cursor)
    {
        for (int looked = 0; looked < utf8.Length; looked++)
        {
            int place = Next(ref cursor);
            if (property.NameEquals(utf8[place]))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The place of a key that is asked for.</summary>
    internal int Find(string name, ref int cursor)
    {
        for (int looked = 0; looked < names.Length; looked++)
        {
            int place = Next(ref cursor);
            if (name == names[place])
            {
                return place;
            }
        }

        throw new ArgumentException($"The key {name} is not among the known ones.", nameof(name));
    }

    private int Next(ref int cursor)
    {
        int place = cursor;
        cursor = place + 1 == names.Length ? 0 : place + 1;
        return place;
    }
}
