using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class SignatureTests
{
    private const BindingFlags Visible =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What a program with a container has at hand anyway.</summary>
    private static readonly Type[] Abstractions =
        [typeof(IServiceCollection), typeof(IHttpClientBuilder), typeof(IConfiguration), typeof(ILoggerFactory)];

    [Fact]
    public void Public_signatures_name_only_types_of_ours_and_of_the_framework() => Convention.Holds(
        "A public signature names a third-party type, whose next major version would then be ours too: wrap it or take it out.",
        from type in SdkTypes.Public
        from use in Signature(type)
        from part in Parts(use.Type)
        where !IsAtHome(part)
        select $"{type.Name}.{use.Place} names {part.FullName} of {part.Assembly.GetName().Name}");

    [Fact]
    public void Public_types_are_in_the_one_namespace() => Convention.Holds(
        "A public type is outside the namespace TaskPlatform.Client, so that one `using` is not enough: change its namespace, whatever its folder.",
        from type in SdkTypes.Public
        where !type.IsNested && type.Namespace != (type == typeof(TaskPlatformServiceCollectionExtensions) ? "Microsoft.Extensions.DependencyInjection" : "TaskPlatform.Client")
        select type.FullName);

    [Fact]
    public void Internal_types_are_in_the_namespace_of_their_folder() => Convention.Holds(
        "An internal type is in another namespace than its folder's: change the namespace or move the file.",
        from type in SdkTypes.Outermost
        where type.IsNotPublic && SourceFolders.Of(type) is { } folder && type.Namespace != (folder.Length == 0 ? "TaskPlatform.Client" : $"TaskPlatform.Client.{folder.Replace('/', '.')}")
        select $"{type.FullName} in {SourceFolders.Of(type)}/");

    private static IEnumerable<(Type Type, string Place)> Signature(Type type) =>
    [
        .. type.BaseType is { } parent ? [(parent, "base")] : Array.Empty<(Type, string)>(),
        .. type.GetInterfaces().Select(static one => (one, "interface")),
        .. type.GetGenericArguments().SelectMany(static argument => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : []).Select(static one => (one, "constraint")),
        .. type.GetFields(Visible).Where(static field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(static field => (field.FieldType, field.Name)),
        .. type.GetMethods(Visible).Where(IsVisible).SelectMany(static method => Parameters(method).Append((method.ReturnType, method.Name))),
        .. type.GetMethods(Visible).Where(IsVisible).Where(static method => method.IsGenericMethod)
            .SelectMany(static method => method.GetGenericArguments().SelectMany(static argument => argument.GetGenericParameterConstraints()).Select(one => (one, method.Name))),
        .. type.GetConstructors(Visible).Where(IsVisible).SelectMany(Parameters),
    ];

    private static IEnumerable<(Type Type, string Place)> Parameters(MethodBase method) =>
        method.GetParameters().Select(parameter => (parameter.ParameterType, method.Name));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static bool IsAtHome(Type type) =>
        type.Assembly == SdkTypes.Sdk
        || Abstractions.Contains(type)
        || (IsOrUnder(type.Namespace, "System") && type.Assembly.GetName().Name is { } assembly && IsOrUnder(assembly, "System"));

    private static bool IsOrUnder(string? name, string root) =>
        name == root || name?.StartsWith(root + ".", StringComparison.Ordinal) == true;
}
