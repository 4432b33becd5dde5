using Microsoft.Extensions.Diagnostics.HealthChecks;
using TaskPlatform.Client;
using TaskPlatform.Client.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check of the task platform.</summary>
public static class TaskPlatformHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that asks the platform whose credential the registered <see cref="TaskPlatformClient"/> uses
    /// (<c>GET /whoami</c>): it proves that the platform can be reached and the credential is accepted, and runs no task, so
    /// nothing is charged. It asks once and does not repeat; the next check is the repeat.
    /// </summary>
    /// <remarks>
    /// The result holds <c>organization</c> and <c>project</c> as far as the platform names them, and <c>elapsed_ms</c>; of a
    /// failure <c>status</c> and <c>reason</c> where the platform answered. Neither these nor the description hold a secret.
    /// </remarks>
    /// <param name="builder">The builder, from <c>services.AddHealthChecks()</c>.</param>
    /// <param name="name">The check's name; each check needs its own.</param>
    /// <param name="clientName">The name the client was registered under; null for the unnamed one.</param>
    /// <param name="failureStatus">What a failed check counts as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    /// <param name="timeout">How long the check may take in all, a token request included; null leaves it to the client's own limits, which are minutes.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddTaskPlatform(
        this IHealthChecksBuilder builder,
        string name = "taskplatform",
        string? clientName = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.Add(new HealthCheckRegistration(name, provider => new TaskPlatformHealthCheck(provider, clientName), failureStatus, tags, timeout));
    }
}
