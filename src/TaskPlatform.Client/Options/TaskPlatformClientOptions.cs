using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client.DependencyInjection;

namespace TaskPlatform.Client;

/// <summary>What a client of the task platform needs to know. Read once when the client is made; changes afterwards have no effect.</summary>
/// <remarks>Required is exactly one way to authenticate.</remarks>
public sealed class TaskPlatformClientOptions
{
    internal static readonly Uri DefaultBaseAddress = new("https://app.rightbrain.ai/api/v1/");
    internal static readonly Uri DefaultTokenEndpoint = new("https://oauth.rightbrain.ai/oauth2/token");

    /// <summary>
    /// Where the API is; <c>https://app.rightbrain.ai/api/v1/</c> by default, to which null returns. Absolute; a path is
    /// kept, with or without final slash; plain http only to loopback.
    /// </summary>
    [AllowNull]
    public Uri BaseAddress
    {
        get => GivenBaseAddress ?? DefaultBaseAddress;
        set => GivenBaseAddress = value;
    }

    /// <summary>
    /// Where tokens come from; <c>https://oauth.rightbrain.ai/oauth2/token</c> by default, to which null returns. Absolute;
    /// plain http only to loopback.
    /// </summary>
    /// <remarks>
    /// Must be given when <see cref="BaseAddress"/> is not the default and client credentials or a refresh token are used,
    /// so that the secret of a test system never goes to production.
    /// </remarks>
    [AllowNull]
    public Uri TokenEndpoint
    {
        get => GivenTokenEndpoint ?? DefaultTokenEndpoint;
        set => GivenTokenEndpoint = value;
    }

    /// <summary>
    /// The organization in every path (<c>/org/{org_id}</c>). Null by default: that of the OAuth client or API key, asked for
    /// once when it is first needed (<c>GET /whoami</c>). Credentials that belong to no project need it, such as a person's.
    /// </summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>
    /// The project in every path (<c>/project/{project_id}</c>). Null by default: that of the OAuth client or API key, asked
    /// for together with <see cref="OrganizationId"/>. API keys are tied to one project.
    /// </summary>
    public Guid? ProjectId { get; set; }

    /// <summary>
    /// How calls authenticate; null by default. Exactly one is required: this, or <see cref="ClientId"/> with
    /// <see cref="ClientSecret"/>, or <see cref="ApiKey"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public TaskPlatformCredential? Credential { get; set; }

    /// <summary>The OAuth client's id (<c>client_id</c>) for the client credentials grant; needs <see cref="ClientSecret"/>. Null by default.</summary>
    public string? ClientId { get; set; }

    /// <summary>The OAuth client's secret (<c>client_secret</c>); needs <see cref="ClientId"/>. Null by default. Sent to <see cref="TokenEndpoint"/> only.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>The scopes asked for with <see cref="ClientId"/> (<c>scope</c>, joined by blanks). Empty by default: none is sent.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>
    /// How an OAuth client shows its id and secret to <see cref="TokenEndpoint"/>; <see cref="ClientAuthentication.Basic"/>
    /// by default. Applies to <see cref="ClientId"/> and to credentials made by <see cref="TaskPlatformCredential"/>.
    /// </summary>
    public ClientAuthentication ClientAuthentication { get; set; } = ClientAuthentication.Basic;

    /// <summary>An API key of the project, sent as the bearer of every call. Null by default. Never renewed.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>When and how often a call is sent again. Never null.</summary>
    public TaskPlatformRetryOptions Retry { get; set; } = new();

    /// <summary>How long the steps of one attempt may take. Never null.</summary>
    public TaskPlatformTimeoutOptions Timeouts { get; set; } = new();

    /// <summary>When a run is sent again to the revision's fallback model. Never null.</summary>
    public TaskPlatformFallbackOptions Fallback { get; set; } = new();

    /// <summary>
    /// The reporting group of every run that names none of its own (<c>reporting_group</c>), at most 64 characters. Null by
    /// default: none is sent.
    /// </summary>
    public string? ReportingGroup { get; set; }

    /// <summary>
    /// Whether a run whose request has no <see cref="RunTaskRequest.Reference"/> is given one of its own (37 characters,
    /// never the same twice), so that it can be found when its answer is lost; false by default. The reference is on the
    /// run and on every exception of it.
    /// </summary>
    /// <remarks>
    /// The log of many runs (<see cref="JsonLinesRunLog"/>) holds it before the run is sent. At the next start an input that
    /// was surely not run is given another one; whose outcome is unknown is told with the reference it was sent with.
    /// </remarks>
    public bool AutoReference { get; set; }

    /// <summary>
    /// Whether requests are checked against the platform's documented limits before they are sent; true by default. False
    /// suits a platform that has raised its limits.
    /// </summary>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>
    /// Whether a run that the platform answers with <c>is_error</c> throws; true by default. False returns the run with
    /// its error flag.
    /// </summary>
    public bool ThrowOnRunError { get; set; } = true;

    /// <summary>The largest file sent with a run, in bytes; <see cref="long.MaxValue"/> by default: no limit on this side.</summary>
    public long MaxFileSize { get; set; } = long.MaxValue;

    /// <summary>A name for the calling application, added to the <c>User-Agent</c> header. Null by default: none is added.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// Where log messages go. Null by default: nowhere, or with a service container to the container's factory. Secrets,
    /// inputs and outputs are never logged.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock behind token lifetimes, waits and time-outs; <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The configuration section these options were read from, so that errors name the key; null when there was none.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>Whether the environment filled what was unset, so that errors name the variable too.</summary>
    internal bool ReadsEnvironment { get; set; }

    /// <summary>What configuration or environment held and could not be used, each with its key; told by the validation.</summary>
    internal List<string> UnusableValues { get; } = [];

    internal Uri? GivenBaseAddress { get; private set; }

    internal Uri? GivenTokenEndpoint { get; private set; }

    /// <summary>Whether any of the three ways to authenticate has been begun.</summary>
    internal bool HasCredential =>
        Credential is not null || !string.IsNullOrEmpty(ClientId) || !string.IsNullOrEmpty(ClientSecret) || !string.IsNullOrEmpty(ApiKey);

    /// <summary>Reads options from the environment, for programs without a service container.</summary>
    /// <remarks>
    /// The variables are <c>TASKPLATFORM_CLIENT_ID</c> with <c>TASKPLATFORM_CLIENT_SECRET</c>, or
    /// <c>TASKPLATFORM_API_KEY</c>; <c>TASKPLATFORM_ORG_ID</c>, <c>TASKPLATFORM_PROJECT_ID</c>,
    /// <c>TASKPLATFORM_BASE_URL</c>, <c>TASKPLATFORM_TOKEN_URL</c>. If none of these is set, the platform's own family is read
    /// as a whole: <c>RB_CLIENT_ID</c>, <c>RB_CLIENT_SECRET</c>, <c>RB_API_KEY</c>, <c>RB_ORG_ID</c>, <c>RB_PROJECT_ID</c>,
    /// <c>RB_API_URL</c> or else <c>RB_API_BASE_URL</c>, <c>RB_OAUTH2_URL</c>. The two are never mixed. An empty variable
    /// counts as not set. An address without a path gets <c>/api/v1</c>, that for tokens <c>/oauth2/token</c>. What is not
    /// set keeps its default.
    /// </remarks>
    /// <returns>New options; that the required ones are there is checked when the client is made.</returns>
    /// <exception cref="InvalidOperationException">A variable can't be used; the text names it, never its value.</exception>
    public static TaskPlatformClientOptions FromEnvironment() => FromEnvironment(EnvironmentVariables.OfProcess);

    internal static TaskPlatformClientOptions FromEnvironment(EnvironmentVariables variables)
    {
        var options = new TaskPlatformClientOptions();
        variables.FillUnset(options);
        return options.UnusableValues is []
            ? options
            : throw new InvalidOperationException(string.Join(" ", options.UnusableValues));
    }
}
