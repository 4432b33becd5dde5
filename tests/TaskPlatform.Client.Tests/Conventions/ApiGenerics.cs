using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Prints type parameters and what they are held to.</summary>
internal static class ApiGenerics
{
    internal static string Parameters(Type[] parameters) =>
        parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(static one => one.Name))}>";

    internal static string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        let constraints = Constraints(parameter).ToArray()
        where constraints.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    private static IEnumerable<string> Constraints(Type parameter)
    {
        Type[] types = [.. parameter.GetGenericParameterConstraints().Where(static one => one != typeof(ValueType))];
        GenericParameterAttributes kind = parameter.GenericParameterAttributes;
        bool isStruct = kind.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        else if (kind.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return NullableFlags.Of(parameter).NextIsNullable() ? "class?" : "class";
        }
        else if (types.Length == 0 && NullableFlags.Of(parameter).NextIsNotNull())
        {
            yield return "notnull";
        }

        foreach (Type type in types)
        {
            yield return ApiName.Of(type, NullableFlags.Of(parameter));
        }

        if (!isStruct && kind.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }
}
