using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class ShapeTests
{
    private static readonly string[] OfDisposal = [nameof(IDisposable.Dispose), nameof(IAsyncDisposable.DisposeAsync)];

    [Fact]
    public void A_public_class_is_sealed_or_meant_to_be_derived_from() => Convention.Holds(
        "A public class is open without a purpose: seal it, make it abstract or static, or make it mockable (every public operation virtual, a protected constructor without parameters).",
        from type in SdkTypes.Public
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(Delegate).IsAssignableFrom(type) && !IsExceptionWithSubclasses(type)
        from reason in ReasonsItCannotBeMocked(type)
        select $"{type.Name}: {reason}");

    [Fact]
    public void A_record_is_sealed() => Convention.Holds(
        "A record that is not sealed compares and prints by whatever derives from it: seal it.",
        from type in SdkTypes.Sdk.GetTypes() where type is { IsClass: true, IsSealed: false } && SdkTypes.IsRecord(type) select type.Name);

    [Fact]
    public void A_struct_is_readonly() => Convention.Holds(
        "A struct that can change is copied in places nobody sees: make it readonly, or a class.",
        from type in SdkTypes.Sdk.GetTypes()
        where type is { IsValueType: true, IsEnum: false } && !IsMadeByCompiler(type) && !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false)
        select type.Name);

    [Fact]
    public void An_internal_class_is_sealed_unless_something_derives_from_it() => Convention.Holds(
        "An internal class is neither sealed nor abstract although nothing derives from it: seal it.",
        from type in SdkTypes.Outermost
        where type is { IsClass: true, IsPublic: false, IsSealed: false, IsAbstract: false } && !SdkTypes.Sdk.GetTypes().Any(other => other.BaseType == type)
        select type.Name);

    private static IEnumerable<string> ReasonsItCannotBeMocked(Type type)
    {
        if (type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, Type.EmptyTypes) is not { IsFamily: true })
        {
            yield return "no protected constructor without parameters";
        }

        const BindingFlags Operations = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (MethodInfo method in type.GetMethods(Operations).Where(static method => !method.IsVirtual || method.IsFinal))
        {
            if (!OfDisposal.Contains(method.Name, StringComparer.Ordinal))
            {
                yield return $"{method.Name} is not virtual";
            }
        }
    }

    private static bool IsExceptionWithSubclasses(Type type) =>
        typeof(Exception).IsAssignableFrom(type) && SdkTypes.Public.Any(other => other.BaseType == type);

    private static bool IsMadeByCompiler(Type type)
    {
        for (Type? one = type; one is not null; one = one.DeclaringType)
        {
            if (one.Name.Contains('<') || one.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            {
                return true;
            }
        }

        return false;
    }
}
