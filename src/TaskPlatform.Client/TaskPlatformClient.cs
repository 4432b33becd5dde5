using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.DependencyInjection;
using TaskPlatform.Client.Identity;

namespace TaskPlatform.Client;

/// <summary>
/// The way into the task platform: one object for a program's lifetime, safe to use from many threads. It holds the
/// connections and the tokens; the operations are on <see cref="Tasks"/>, <see cref="Models"/>, <see cref="Agents"/>, <see cref="Tags"/> and
/// <see cref="ReportingGroups"/>, and <c>SendAsync</c> reaches what they do not.
/// </summary>
/// <remarks>
/// In a program with a container use <c>services.AddTaskPlatformClient()</c> and take this class from it. All members can
/// be replaced by a mock.
/// </remarks>
public partial class TaskPlatformClient : IDisposable, IAsyncDisposable
{
    private readonly ClientConnection connection;
    private readonly ClientLifetime lifetime;
    private readonly ITransport transport;

    /// <summary>Makes a client with connections of its own. The options are read now; later changes have no effect.</summary>
    /// <param name="options">The options: one credential at least.</param>
    /// <param name="handler">What requests go through in place of the network, for proxies and tests. It is yours: disposing the client leaves it open.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the text names each.</exception>
    public TaskPlatformClient(TaskPlatformClientOptions options, HttpMessageHandler? handler = null)
        : this(ClientConnection.Open(options, handler), options)
    {
    }

    internal TaskPlatformClient(TaskPlatformClientOptions options, Func<HttpMessageHandler> apiHandlers, Func<HttpMessageHandler> tokenHandlers, ILoggerFactory? loggerFactory)
        : this(ClientConnection.Open(options, apiHandlers, tokenHandlers, loggerFactory), options)
    {
    }

    /// <summary>For mocks only: the members of an instance made so must be replaced.</summary>
    protected TaskPlatformClient()
    {
        connection = null!;
        lifetime = new ClientLifetime(typeof(TaskPlatformClient), parent: null);
        transport = null!;
        Tasks = null!;
        Models = null!;
        Agents = null!;
        Tags = null!;
        ReportingGroups = null!;
    }

    private TaskPlatformClient(ClientConnection connection, TaskPlatformClientOptions options)
        : this(connection, options.OrganizationId, options.ProjectId, connection.Lifetime)
    {
    }

    private TaskPlatformClient(ClientConnection connection, Guid? organizationId, Guid? projectId, ClientLifetime lifetime)
    {
        this.connection = connection;
        this.lifetime = lifetime;
        transport = connection.TransportFor(organizationId, projectId, lifetime);
        Tasks = new TasksClient(transport, connection.Defaults, connection.Fallback);
        Models = new LlmModelsClient(transport);
        Agents = new TaskAgentsClient(transport, connection.Defaults);
        Tags = new TagsClient(transport, connection.Defaults);
        ReportingGroups = new ReportingGroupsClient(transport, connection.Defaults);
    }

    /// <summary>Tasks: make, read, list, change, activate, run, read runs and their files.</summary>
    public virtual TasksClient Tasks { get; }

    /// <summary>Language models: list them, find one by name.</summary>
    public virtual LlmModelsClient Models { get; }

    /// <summary>Task agents: make, read, list, change, activate, run.</summary>
    public virtual TaskAgentsClient Agents { get; }

    /// <summary>Tags: make, change, delete, put on revisions and other things, take off again.</summary>
    public virtual TagsClient Tags { get; }

    /// <summary>Reporting groups, under which runs are counted: make, read, change, delete.</summary>
    public virtual ReportingGroupsClient ReportingGroups { get; }

    /// <summary>
    /// Asks the platform whose credential this client uses (<c>GET /whoami</c>), and which organization and project an OAuth
    /// client or an API key belongs to. Asks on each call.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The caller. A person who logged in has no project.</returns>
    /// <exception cref="TaskPlatformAuthenticationException">The credential was not accepted.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<CallerIdentity> GetCallerAsync(CancellationToken cancellationToken = default) =>
        CallerReader.ReadAsync(connection.RootTransport(lifetime), options: null, cancellationToken);

    /// <inheritdoc cref="GetCallerAsync(CancellationToken)"/>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<CallerIdentity> GetCallerAsync(RequestOptions options, CancellationToken cancellationToken = default) =>
        CallerReader.ReadAsync(connection.RootTransport(lifetime), options, cancellationToken);

    /// <summary>
    /// Gives a client for another project on the same connections and tokens. Disposing it closes nothing; once this
    /// client is disposed, it can't be used either.
    /// </summary>
    /// <param name="organizationId">The organization the project belongs to.</param>
    /// <param name="projectId">The project.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="ObjectDisposedException">This client is disposed.</exception>
    public virtual TaskPlatformClient ForProject(Guid organizationId, Guid projectId)
    {
        lifetime.ThrowIfOver();
        ArgumentOutOfRangeException.ThrowIfEqual(organizationId, Guid.Empty);
        ArgumentOutOfRangeException.ThrowIfEqual(projectId, Guid.Empty);
        return new TaskPlatformClient(connection, organizationId, projectId, new ClientLifetime(typeof(TaskPlatformClient), lifetime));
    }

    /// <summary>Closes the connections this client opened. A request that is under way is still answered; later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections this client opened, as <see cref="Dispose()"/> does.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, for classes that derive from this one.</summary>
    protected virtual ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the connections, for classes that derive from this one.</summary>
    /// <param name="disposing">True when called by a program, false by a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && lifetime.End() && lifetime.IsRoot)
        {
            connection?.Dispose();
        }
    }
}
