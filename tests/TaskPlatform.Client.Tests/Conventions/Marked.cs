using System.Collections;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// Makes objects with a marker in every text, every JSON and every byte they hold, and a plain value in all else. A type
/// it does not know is an error, so that no member goes unmarked.
/// </summary>
internal static class Marked
{
    private const int Deepest = 6;

    private static readonly Guid PlainId = new("0195d207-32bb-d03d-cfdc-000000000001");

    /// <summary>Makes an object of a data type of the SDK; a type parameter becomes a text.</summary>
    internal static object Create(Type type) =>
        Make(type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(string))]) : type, NameOf(type), depth: 0)!;

    internal static string NameOf(Type type) => type.Name.Split('`')[0];

    private static object? Make(Type type, string member, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Make(value, member, depth);
        }

        if (Simple(type, member) is { } simple)
        {
            return simple;
        }

        if (CannotHoldContent(type))
        {
            return null;
        }

        return type switch
        {
            _ when type.Assembly == SdkTypes.Sdk => depth > Deepest ? null : Ours(type, member, depth),
            { IsArray: true } => List(type.GetElementType()!, member, depth),
            { IsGenericType: true } => Generic(type, member, depth),
            _ => throw new NotSupportedException($"{member} is of type {type}, which {nameof(Marked)} can't fill yet: teach it, so that the member is held to the rules of secrets and content."),
        };
    }

    private static object? Simple(Type type, string member) => type switch
    {
        _ when type == typeof(string) || type == typeof(object) => Marker.Of(member),
        _ when type == typeof(JsonElement) => Marker.Element(member),
        _ when type == typeof(JsonObject) || type == typeof(JsonNode) => Marker.Object(member),
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(Marker.Of(member))),
        _ when type == typeof(Guid) => PlainId,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Uri) => new Uri("https://plain.example/"),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(7),
        _ when type == typeof(HttpMethod) => HttpMethod.Post,
        _ when type == typeof(HttpResponseHeaders) => Response(member).Headers,
        _ when type == typeof(HttpResponseMessage) => Response(member),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(7, type, null),
        _ when typeof(Exception).IsAssignableFrom(type) => new TaskPlatformApiException("plain"),
        _ when type == typeof(TaskOutput) || type == typeof(TextOutput) => new TextOutput(OutputModality.Text, JsonSerializer.SerializeToElement(Marker.Of(member))),
        _ when type == typeof(TaskFile) => TaskFile.FromBytes(Marker.Of(member), Encoding.UTF8.GetBytes(Marker.Of(member))),
        _ when type == typeof(TaskPlatformCredential) => TaskPlatformCredential.ApiKey(Marker.Of(member)),
        _ when IsWord(type) => Activator.CreateInstance(type, "plain_word"),
        _ => null,
    };

    // What can't print itself, and what holds code instead of data.
    private static bool CannotHoldContent(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || type == typeof(Type) || type == typeof(TimeProvider) || type == typeof(CancellationToken)
        || (type.IsInterface && (type.Name is "ILoggerFactory" or "ILogger" or "IProgress`1" || (type.Assembly == SdkTypes.Sdk)))
        || typeof(Stream).IsAssignableFrom(type);

    // A word of the wire, or an id: no content, whatever the platform puts there.
    private static bool IsWord(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>) && face.GetGenericArguments()[0] == type);

    private static HttpResponseMessage Response(string member)
    {
        var response = new HttpResponseMessage();
        response.Headers.Add("X-Marked", Marker.Of(member));
        return response;
    }

    private static object Ours(Type type, string member, int depth)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OptionalList<>))
        {
            return typeof(OptionalList).GetMethod(nameof(OptionalList.From))!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [List(type.GetGenericArguments()[0], member, depth)])!;
        }

        string name = NameOf(type);
        bool isWrapper = name is nameof(Optional) or nameof(SecretText); // what they hold belongs to the member they stand in
        string Place(string part) => isWrapper ? member : $"{name}.{char.ToUpperInvariant(part[0])}{part[1..]}";
        ConstructorInfo? constructor = type.GetConstructors(All)
            .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(static one => one.GetParameters().Length);
        object made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, Place(parameter.Name!), depth + 1))]);
        foreach (PropertyInfo property in type.GetProperties(All).Where(IsFilled))
        {
            if (Make(property.PropertyType, Place(property.Name), depth + 1) is { } value)
            {
                property.SetValue(made, value);
            }
        }

        return made;
    }

    // What an output format was read from would be written instead of its fields: reading fills it.
    private static bool IsFilled(PropertyInfo property) =>
        property.GetSetMethod(nonPublic: true) is not null
        && property.GetIndexParameters().Length == 0
        && !(property.Name == nameof(OutputFormat.Raw) && (property.DeclaringType == typeof(OutputFormat) || property.DeclaringType == typeof(OutputField)));

    private static object? Generic(Type type, string member, int depth)
    {
        Type[] arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return Make(arguments[1], member, depth) is { } value ? Activator.CreateInstance(type, Make(arguments[0], member, depth), value) : null;
        }

        return arguments.Length == 2 && type.Name.Contains("Dictionary", StringComparison.Ordinal)
            ? Dictionary(arguments, member, depth)
            : List(arguments[0], member, depth);
    }

    private static object Dictionary(Type[] arguments, string member, int depth)
    {
        var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        if (Make(arguments[1], member, depth + 1) is { } value)
        {
            made.Add(Make(arguments[0], member, depth)!, value);
        }

        return made;
    }

    private static Array List(Type item, string member, int depth)
    {
        object? entry = Make(item, member, depth + 1);
        var made = Array.CreateInstance(item, entry is null ? 0 : 1);
        if (entry is not null)
        {
            made.SetValue(entry, 0);
        }

        return made;
    }
}
