using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>The types of the SDK.</summary>
internal static class SdkTypes
{
    internal static readonly Assembly Sdk = typeof(TaskPlatformClient).Assembly;

    internal static readonly Assembly Testing = typeof(FakeTaskPlatform).Assembly;

    internal static readonly Assembly AI = typeof(TaskFunction).Assembly;

    internal static readonly Assembly HealthChecks = typeof(TaskPlatformHealthChecksBuilderExtensions).Assembly;

    /// <summary>All types that are not nested and not made by the compiler.</summary>
    internal static IReadOnlyList<Type> Outermost { get; } =
        [.. Sdk.GetTypes().Where(static type => !type.IsNested && !IsGenerated(type)).OrderBy(static type => type.FullName, StringComparer.Ordinal)];

    /// <summary>All types a user sees, nested ones included.</summary>
    internal static IReadOnlyList<Type> Public { get; } =
        [.. Sdk.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal)];

    internal static bool IsRecord(Type type) =>
        type.IsValueType
            ? type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null
            : type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    private static bool IsGenerated(Type type) =>
        type.Name.StartsWith('<') || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
