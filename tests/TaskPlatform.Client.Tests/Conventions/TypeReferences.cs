using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// Which types a type uses, as its compiled form shows: base types, constraints, fields, signatures and code, nested and
/// compiler-generated types included. Attributes don't count, and constants leave no trace.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The outermost types of the same assembly that an outermost type uses, each with the first place it is used at.</summary>
    internal static IReadOnlyDictionary<Type, string> Of(Type type)
    {
        var found = new Dictionary<Type, string>();
        foreach ((Type used, string place) in WithNested(type).SelectMany(Uses))
        {
            foreach (Type part in Parts(used))
            {
                Type outermost = Outermost(part);
                if (outermost != type && outermost.Assembly == type.Assembly)
                {
                    found.TryAdd(outermost, place);
                }
            }
        }

        return found;
    }

    internal static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(Declared).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<(Type Used, string Place)> Uses(Type type)
    {
        string name = type.Name;
        IEnumerable<Type> head = [.. type.GetInterfaces(), .. Constraints(type.GetGenericArguments()), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes];
        return head.Select(used => (used, $"declaration of {name}"))
            .Concat(type.GetFields(Declared).Select(field => (field.FieldType, $"{name}.{field.Name}")))
            .Concat(type.GetProperties(Declared).Select(property => (property.PropertyType, $"{name}.{property.Name}")))
            .Concat(Methods(type).SelectMany(method => Uses(method).Select(used => (used, $"{name}.{method.Name}"))));
    }

    private static IEnumerable<MethodBase> Methods(Type type) =>
        [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    private static IEnumerable<Type> Uses(MethodBase method)
    {
        MethodBody? body = method.GetMethodBody();
        return
        [
            .. method.GetParameters().Select(static parameter => parameter.ParameterType),
            .. method is MethodInfo { ReturnType: var result } ? [result] : Type.EmptyTypes,
            .. method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : [],
            .. body?.LocalVariables.Select(static local => local.LocalType) ?? [],
            .. body?.ExceptionHandlingClauses.Where(static clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(static clause => clause.CatchType!) ?? [],
            .. MethodBodyReader.MembersNamedBy(method).SelectMany(TypesNamedBy),
        ];
    }

    private static IEnumerable<Type> TypesNamedBy(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo method => [method.DeclaringType!, .. method.GetGenericArguments()],
        _ => [member.DeclaringType!],
    };

    private static IEnumerable<Type> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(static argument => argument.IsGenericParameter).SelectMany(static argument => argument.GetGenericParameterConstraints());

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        if (type.IsGenericParameter || type.IsFunctionPointer)
        {
            return [];
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }
}
