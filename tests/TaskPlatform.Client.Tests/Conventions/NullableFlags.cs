using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>
/// What the compiler wrote down about null in a signature: one number for each reference type in it, in the order they
/// are read. NullabilityInfoContext tells less: for a type parameter it can't tell <c>T</c> from <c>T?</c>.
/// </summary>
internal sealed class NullableFlags
{
    private const byte Annotated = 2;

    private readonly byte[] flags;
    private int next;

    private NullableFlags(byte[] flags) => this.flags = flags;

    internal static NullableFlags Of(PropertyInfo property) => Read(property.CustomAttributes, property.DeclaringType!);

    internal static NullableFlags Of(FieldInfo field) => Read(field.CustomAttributes, field.DeclaringType!);

    internal static NullableFlags Of(ParameterInfo parameter) => Read(parameter.CustomAttributes, parameter.Member);

    /// <summary>Of a type parameter: whether its arguments may be null.</summary>
    internal static NullableFlags Of(Type typeParameter) =>
        Read(typeParameter.CustomAttributes, (MemberInfo?)typeParameter.DeclaringMethod ?? typeParameter.DeclaringType!);

    /// <summary>Of a place that has none.</summary>
    internal static NullableFlags None() => new([0]);

    /// <summary>Whether the reference type that is read next has a question mark.</summary>
    internal bool NextIsNullable() => Next() == Annotated;

    /// <summary>Whether a type parameter is held to <c>notnull</c> or <c>class</c> without a question mark.</summary>
    internal bool NextIsNotNull() => Next() == 1;

    /// <summary>Passes over a generic value type, which has a number that says nothing.</summary>
    internal void Skip() => Next();

    private byte Next() => flags.Length == 1 ? flags[0] : flags[next++];

    private static NullableFlags Read(IEnumerable<CustomAttributeData> attributes, MemberInfo context) =>
        new(Argument(attributes, "NullableAttribute") ?? FromContext(context));

    private static byte[] FromContext(MemberInfo? context)
    {
        for (; context is not null; context = context.DeclaringType)
        {
            if (Argument(context.CustomAttributes, "NullableContextAttribute") is { } found)
            {
                return found;
            }
        }

        return [0];
    }

    private static byte[]? Argument(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(one => one.AttributeType.Name == name)?.ConstructorArguments[0].Value switch
        {
            byte flag => [flag],
            IEnumerable<CustomAttributeTypedArgument> several => [.. several.Select(static one => (byte)one.Value!)],
            _ => null,
        };
}
