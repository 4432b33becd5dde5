using System.Collections;
using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// Makes objects with a marker in every text, every JSON and every byte they hold, and a plain value in all else. A type
/// it does not know is an error, so that no member goes unmarked.
/// </summary>
internal static class Marked
{
    private const int Deepest = 6;

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

        if (MarkedValue.Of(type, member) is { } simple)
        {
            return simple;
        }

        if (MarkedValue.CannotHoldContent(type))
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

    private static object Ours(Type type, string member, int depth)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OptionalList<>))
        {
            return typeof(OptionalList).GetMethod(nameof(OptionalList.From))!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [List(type.GetGenericArguments()[0], member, depth)])!;
        }

        if (type.IsAbstract)
        {
            return Ours(SdkTypes.Sdk.GetTypes().First(one => one.IsSubclassOf(type) && !one.IsAbstract), member, depth);
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
