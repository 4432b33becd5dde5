using System.Reflection;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class OperationTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Disposal has names and a shape of its own in .NET.
    private static readonly string[] OfDisposal = [nameof(IAsyncDisposable.DisposeAsync), "DisposeAsyncCore"];

    private static readonly Type[] Clients = [.. SdkTypes.Public.Where(static type => Operations(type).Any() && type.Name.EndsWith("Client", StringComparison.Ordinal))];

    [Fact]
    public void Asynchronous_methods_end_in_Async() => Convention.Holds(
        "A method gives a task and its name does not end in Async: rename it.",
        from type in SdkTypes.Sdk.GetTypes().Where(static type => !type.Name.Contains('<') && !typeof(Delegate).IsAssignableFrom(type))
        from method in type.GetMethods(Declared)
        where IsAsynchronous(method) && !IsGenerated(method) && !OfDisposal.Contains(method.Name, StringComparer.Ordinal) && !IsInherited(method)
        where !method.Name.EndsWith("Async", StringComparison.Ordinal)
        select $"{type.Name}.{method.Name}");

    [Fact]
    public void Public_asynchronous_methods_take_a_token_last_that_may_be_left_out() => Convention.Holds(
        "An asynchronous method must end in `CancellationToken cancellationToken = default`.",
        from type in SdkTypes.Public
        from method in type.GetMethods(Declared)
        where method.IsPublic && IsAsynchronous(method) && !OfDisposal.Contains(method.Name, StringComparer.Ordinal) && !IsInherited(method)
        where method.GetParameters() is not [.., { HasDefaultValue: true, Name: "cancellationToken" } last] || last.ParameterType != typeof(CancellationToken)
        select Describe(method));

    [Fact]
    public void Operations_are_virtual() => Convention.Holds(
        "An operation of a client must be virtual, so that users can mock it.",
        from client in Clients from operation in Operations(client) where !operation.IsVirtual || operation.IsFinal select Describe(operation));

    [Fact]
    public void Each_operation_has_a_twin_with_RequestOptions_just_before_the_token() => Convention.Holds(
        "An operation has no twin: add the overload with the same parameters and `RequestOptions options` just before the token (progress is then in the options), or the one without.",
        from client in Clients
        from operation in Operations(client)
        where !HoldsOptions(operation)
        where !Operations(client).Any(other => IsWithOptions(other) != IsWithOptions(operation) && Essence(other) == Essence(operation))
        select Describe(operation));

    [Fact]
    public void RequestOptions_stand_just_before_the_token() => Convention.Holds(
        "RequestOptions must be the last parameter but the token, and must be given: null is what the other overload means.",
        from client in Clients
        from operation in Operations(client)
        from parameter in operation.GetParameters()
        where parameter.ParameterType == typeof(RequestOptions)
        where parameter.Position != operation.GetParameters().Length - 2 || parameter.HasDefaultValue
        select Describe(operation));

    [Fact]
    public void The_clients_are_found() =>
        Clients.Should().Contain([typeof(TasksClient), typeof(TaskAgentsClient), typeof(TagsClient), typeof(ReportingGroupsClient), typeof(TaskPlatformClient)]);

    private static IEnumerable<MethodInfo> Operations(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static method => IsAsynchronous(method) && !OfDisposal.Contains(method.Name, StringComparer.Ordinal));

    private static bool IsAsynchronous(MethodInfo method) =>
        method.ReturnType is var type
        && (typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static bool IsWithOptions(MethodInfo operation) =>
        operation.GetParameters().Any(static parameter => parameter.ParameterType == typeof(RequestOptions));

    // Options of its own hold those of each call it makes.
    private static bool HoldsOptions(MethodInfo operation) =>
        operation.GetParameters().Any(static parameter => parameter.ParameterType.GetProperties().Any(static property => property.PropertyType == typeof(RequestOptions)));

    /// <summary>What the two twins have in common: all but the options and the progress that is in them.</summary>
    private static string Essence(MethodInfo operation) =>
        $"{operation.Name}`{operation.GetGenericArguments().Length}({string.Join(", ", operation.GetParameters()
            .Where(static parameter => parameter.ParameterType != typeof(RequestOptions) && parameter.ParameterType != typeof(IProgress<TransferProgress>))
            .Select(static parameter => $"{parameter.ParameterType} {parameter.Name}"))}) {operation.ReturnType}";

    private static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(static parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})";

    // Accessors, lambdas and local functions have no name of their own to keep.
    private static bool IsGenerated(MethodInfo method) => method.IsSpecialName || method.Name.Contains('<') || method.Name.Contains('.');

    private static bool IsInherited(MethodInfo method) => method.GetBaseDefinition().DeclaringType!.Assembly != SdkTypes.Sdk;
}
