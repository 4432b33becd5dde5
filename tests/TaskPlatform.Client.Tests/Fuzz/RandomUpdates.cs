using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Makes updates with random members in random states: left out, null, empty, a value. A new member joins by itself.</summary>
internal sealed class RandomUpdates(int seed)
{
    private static readonly string[] Texts =
        ["", " ", "a", "Sort {berry}", "\"\\/\b\f\n\r\t", "\0\u001f\u007f", "é€😀", "\u2028\u2029", "<script>&'+", "null", "{\"a\":1}", new('x', 1000), "\uFEFFx", "\uFFFD"];

    private static readonly string[] Names = ["a", "b c", "é", "\"", "", "temperature", "id", "$type", "😀"];

    private readonly Random random = new(seed);

    /// <summary>An update with at least one member set.</summary>
    internal T Next<T>()
        where T : class, new()
    {
        while (true)
        {
            var request = new T();
            bool any = false;
            foreach (PropertyInfo member in typeof(T).GetProperties().Where(static one => one.CanWrite && one.Name != nameof(UpdateTaskRequest.AdditionalFieldsOnTheWire)))
            {
                if (random.Next(4) == 0)
                {
                    member.SetValue(request, Value(member.PropertyType, member.Name != nameof(UpdateTaskRequest.InputProcessors), depth: 0));
                    any |= member.Name != nameof(UpdateTaskRequest.AdditionalFields);
                }
            }

            if (any)
            {
                return request;
            }
        }
    }

    private object? Value(Type type, bool nullable, int depth)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var outer && (outer == typeof(Optional<>) || outer == typeof(OptionalList<>)))
        {
            Type inner = type.GetGenericArguments()[0];
            return outer == typeof(Optional<>)
                ? Activator.CreateInstance(type, Value(inner, nullable, depth))
                : typeof(OptionalList).GetMethod(nameof(OptionalList.From))!.MakeGenericMethod(inner).Invoke(null, [nullable && random.Next(4) == 0 ? null : List(inner, depth)]);
        }

        if (nullable && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null) && random.Next(4) == 0)
        {
            return null;
        }

        return Make(Nullable.GetUnderlyingType(type) ?? type, depth);
    }

    private object Make(Type type, int depth) => type switch
    {
        _ when type == typeof(string) => Text(),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => TreeMutator.One([0, 1, -1, 20, int.MaxValue, int.MinValue, random.Next()], random),
        _ when type == typeof(double) => TreeMutator.One([0, 0.1, 1d / 3, 1e300, -1e-300, double.Epsilon, random.NextDouble()], random),
        _ when type == typeof(Guid) => Id(),
        _ when type == typeof(JsonObject) => Json(depth),
        _ when type == typeof(OutputFormat) => new OutputFormat(Enumerable.Range(0, random.Next(4)).Select(_ => KeyValuePair.Create(TreeMutator.One(Names, random), Field(depth)))),
        _ when type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is { } parse => parse.Invoke(null, [Text(), null])!,
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Map(type.GetGenericArguments(), depth),
        _ when type.IsGenericType => List(type.GetGenericArguments()[0], depth),
        _ => Record(type, depth),
    };

    // Entries: null members are left out of the body, required ones are always filled.
    private object Record(Type type, int depth)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (PropertyInfo member in type.GetProperties().Where(static one => one.SetMethod is { IsPublic: true }))
        {
            bool required = member.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) || member.PropertyType == typeof(string);
            if (required || random.Next(2) == 0)
            {
                member.SetValue(record, Value(member.PropertyType, !required, depth + 1));
            }
        }

        return record;
    }

    private Array List(Type item, int depth)
    {
        var list = Array.CreateInstance(item, random.Next(4));
        for (int at = 0; at < list.Length; at++)
        {
            list.SetValue(Value(item, nullable: false, depth + 1), at);
        }

        return list;
    }

    private IDictionary Map(Type[] types, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        for (int times = random.Next(3); times > 0; times--)
        {
            map[Make(types[0], depth)] = Make(types[1], depth);
        }

        return map;
    }

    private OutputField Field(int depth) => random.Next(2) == 0 || depth > 3
        ? new OutputType(Text())
        : new OutputField
        {
            Type = new OutputType(Text()),
            Description = random.Next(2) == 0 ? Text() : null,
            Options = random.Next(2) == 0 ? [Text(), Text()] : null,
            ItemType = random.Next(2) == 0 ? OutputType.Object : null,
            NestedStructure = random.Next(2) == 0 ? (OutputFormat)Make(typeof(OutputFormat), depth + 1) : null,
        };

    private JsonObject Json(int depth)
    {
        var json = new JsonObject();
        for (int times = random.Next(4); times > 0; times--)
        {
            json[TreeMutator.One(Names, random) + (depth == 0 ? "-further" : "")] = random.Next(6) switch
            {
                0 => null,
                1 => Text(),
                2 => random.NextDouble(),
                3 => JsonNode.Parse("1.50e+2"),
                4 when depth < 4 => new JsonArray(Json(depth + 1), random.Next()),
                _ when depth < 4 => Json(depth + 1),
                _ => true,
            };
        }

        return json;
    }

    private string Text() => TreeMutator.One(Texts, random);

    private Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
