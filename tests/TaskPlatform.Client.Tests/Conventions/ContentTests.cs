using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class ContentTests
{
    private const string Rule =
        "A text form shows what may be a secret or content (a token, a secret, a file, an input, a prompt, an output): give the record a PrintMembers with ids and numbers only.";

    /// <summary>Texts that may be seen: names and words, which say what a thing is and not what is in it.</summary>
    private static readonly string[] MayBeSeen =
    [
        "InputProcessor.ParamName", // a variable's name, never its value
        "LlmModel.Name",
        "RevisionChoice.Tag", // its name
        "RunUsage.ChargedCreditsText", // a number, as the platform wrote it
        "RunUsage.InputProcessorChargedCreditsText",
        "Tag.Name",
        "TaskAgent.Name",
        "TaskAgentSummary.AverageChargedCreditsText",
        "TaskDefinition.Name",
        "ValidationIssue.Location", // where in the request, never what stands there
        "ValidationIssue.Type",
    ];

    /// <summary>The same for records nobody outside sees, which no text of ours prints.</summary>
    private static readonly string[] MayBeSeenInside =
    [
        "Answer.Value", // prints as its own type says
        "CallContext.Reference", // the caller's id of the run, which exceptions carry as well
        "CallDefaults.ReportingGroup",
        "ClientRegistration.Name",
        "Family.ApiKey", // names of environment variables, not what they hold
        "Family.ClientId",
        "Family.ClientSecret",
        "Family.OrganizationId",
        "Family.ProjectId",
        "Family.TokenUrl",
        "Pagination.NextCursor", // a place in a list, opaque
        "RequestMember.Key",
        "Route.Operation",
        "Route.Template",
        "RouteValues.Name", // a file's stored name or a model's name, and which revision and group a run asks for: the request's address
        "RouteValues.Query",
        "RunFileAddress.DownloadUrl",
        "RunFileAddress.Name",
    ];

    private static readonly string[] Secrets =
    [
        $"{nameof(BearerToken)}.{nameof(BearerToken.Token)}",
        $"{nameof(TaskPlatformClientOptions)}.{nameof(TaskPlatformClientOptions.ClientSecret)}",
        $"{nameof(TaskPlatformClientOptions)}.{nameof(TaskPlatformClientOptions.ApiKey)}",
        $"{nameof(TaskPlatformClientOptions)}.{nameof(TaskPlatformClientOptions.Credential)}",
    ];

    public static TheoryData<Type> DataTypes => [.. SdkTypes.Public.Where(IsData)];

    public static TheoryData<Type> TypesOfTheWire =>
        [.. SdkTypes.Public.Where(static type => IsData(type) && !type.IsGenericType && TaskPlatformJsonContext.Default.GetTypeInfo(type) is not null)];

    [Theory]
    [MemberData(nameof(DataTypes))]
    public void A_text_form_shows_no_content(Type type) => Hides(type, Marked.Create(type));

    [Theory]
    [MemberData(nameof(TypesOfTheWire))]
    public void A_text_form_shows_no_content_of_what_was_read(Type type)
    {
        string json = type == typeof(TaskRun) ? MarkedRun.Json : JsonSerializer.Serialize(Marked.Create(type), type, TaskPlatformJsonContext.Default.Options);

        Hides(type, JsonSerializer.Deserialize(json, type, TaskPlatformJsonContext.Default.Options)!);
    }

    [Fact]
    public void An_internal_record_shows_no_content() => Convention.Holds(
        Rule,
        from type in SdkTypes.Sdk.GetTypes()
        where type is { IsVisible: false, IsAbstract: false } && SdkTypes.IsRecord(type)
        from member in Marker.In(Marked.Create(type).ToString()!).Except(MayBeSeen, StringComparer.Ordinal).Except(MayBeSeenInside, StringComparer.Ordinal)
        select $"{type.Name}.ToString() shows {member}");

    [Fact]
    public void A_debugger_shows_what_ToString_shows_or_nothing() => Convention.Holds(
        "A debugger display may show content that ToString() hides: let it call ToString(), or say ***.",
        from type in SdkTypes.Sdk.GetTypes()
        let display = type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false)
        where display is not null && display.Value is not ("***" or "{ToString(),nq}") && !type.Name.Contains('<')
        select $"{type.Name}: {display.Value}");

    [Fact]
    public void A_debugger_does_not_unfold_a_secret() => Convention.Holds(
        "A secret is a plain string and a debugger shows it: add [DebuggerBrowsable(DebuggerBrowsableState.Never)].",
        from secret in Secrets
        let property = SdkTypes.Public.Single(type => type.Name == secret.Split('.')[0]).GetProperty(secret.Split('.')[1])
        where property?.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never
        select secret);

    [Fact]
    public void The_markers_reach_into_what_is_nested() =>
        Marker.In(JsonSerializer.Serialize((UpdateTaskRequest)Marked.Create(typeof(UpdateTaskRequest)), TaskPlatformJsonContext.Default.UpdateTaskRequest))
            .Should().Contain(["UpdateTaskRequest.UserPrompt", "UpdateTaskRequest.LlmConfig", "OutputField.Description", "RagConfig.ContextInstruction", "UpdateTaskRequest.AdditionalFieldsOnTheWire"]);

    private static void Hides(Type type, object filled) => Convention.Holds(
        Rule,
        from member in Marker.In(filled.ToString()!).Except(MayBeSeen, StringComparer.Ordinal) select $"{Marked.NameOf(type)}.ToString() shows {member}: {filled}");

    private static bool IsData(Type type) =>
        (type.IsValueType && !type.IsEnum)
        || (type is { IsClass: true, IsAbstract: false }
            && !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type) && !typeof(IAsyncDisposable).IsAssignableFrom(type)
            && LayerRules.Of(type) != Layer.Serialization && !type.Name.EndsWith("Client", StringComparison.Ordinal));
}
