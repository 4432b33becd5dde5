using System.Reflection;
using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// The public API of an assembly as text, the same on every framework: a block a type, sorted, each member on one line.
/// Members are public unless it says otherwise.
/// </summary>
internal static class ApiText
{
    internal static IEnumerable<string> Of(Assembly assembly)
    {
        foreach (IGrouping<string?, Type> space in assembly.GetExportedTypes().GroupBy(static type => type.Namespace, StringComparer.Ordinal).OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            yield return $"namespace {space.Key}";
            foreach (Type type in space.OrderBy(ApiName.OfDeclaration, StringComparer.Ordinal))
            {
                yield return "";
                yield return Header(type);
                foreach (string member in IsDelegate(type) ? [] : ApiMembers.Of(type))
                {
                    yield return "    " + member;
                }
            }

            yield return "";
        }
    }

    private static string Header(Type type)
    {
        string attributes = ApiAttributes.Of(type.CustomAttributes);
        if (IsDelegate(type))
        {
            MethodInfo call = type.GetMethod("Invoke")!;
            return $"{attributes}public delegate {ApiMembers.Returned(call)} {ApiName.OfDeclaration(type)}({ApiMembers.Parameters(call)})";
        }

        string[] parents = [.. Parents(type).Order(StringComparer.Ordinal)];
        string list = parents.Length == 0 ? "" : $" : {string.Join(", ", parents)}";
        return $"{attributes}public {Kind(type)} {ApiName.OfDeclaration(type)}{list}{ApiGenerics.Constraints(type.GetGenericArguments())}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(SdkTypes.IsRecord(type) ? "record struct" : "struct")}",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(SdkTypes.IsRecord(type) ? "record" : "class")}",
    };

    /// <summary>What a type says itself: not what its base or its other interfaces bring along, nor a record's own equality.</summary>
    private static IEnumerable<string> Parents(Type type)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        Type? parent = type.BaseType is { } one && one != typeof(object) && one != typeof(ValueType) ? one : null;
        if (parent is not null)
        {
            yield return Name(parent);
        }

        Type[] all = type.GetInterfaces();
        IEnumerable<Type> inherited = [.. parent?.GetInterfaces() ?? [], .. all.SelectMany(static face => face.GetInterfaces())];
        foreach (Type face in all.Except(inherited).Where(static face => face.IsPublic))
        {
            if (!(SdkTypes.IsRecord(type) && face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            {
                yield return Name(face);
            }
        }
    }

    private static string Name(Type type) => ApiName.Of(type, NullableFlags.None());

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);
}
