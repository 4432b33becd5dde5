using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TaskPlatform.Client.HealthChecks;

/// <summary>Asks the platform who calls. The client is resolved within the check, so that wrong options are a failed check too.</summary>
internal sealed class TaskPlatformHealthCheck(IServiceProvider services, string? clientName) : IHealthCheck
{
    private static readonly RequestOptions Once = new() { MaxAttempts = 1 };

    private readonly TimeProvider time = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        long start = time.GetTimestamp();
        try
        {
            CallerIdentity caller = await Client().GetCallerAsync(Once, cancellationToken).ConfigureAwait(false);
            Add(data, "organization", caller.OrganizationId);
            Add(data, "project", caller.ProjectId);
            return HealthCheckResult.Healthy("The platform answered and accepts the credential.", data);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Add(data, "status", (int?)(exception as TaskPlatformApiException)?.StatusCode);
            Add(data, "reason", (exception as TaskPlatformApiException)?.Reason);
            return new HealthCheckResult(context.Registration.FailureStatus, Describe(exception), exception, data);
        }
        finally
        {
            data["elapsed_ms"] = time.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    private TaskPlatformClient Client() => string.IsNullOrEmpty(clientName)
        ? services.GetRequiredService<TaskPlatformClient>()
        : services.GetRequiredKeyedService<TaskPlatformClient>(clientName);

    private static void Add(Dictionary<string, object> data, string key, object? value)
    {
        if (value is not null)
        {
            data[key] = value;
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        TaskPlatformAuthenticationException => "The platform does not accept the credential, or no token could be had.",
        TaskPlatformTimeoutException => "The platform did not answer in time.",
        TaskPlatformConnectionException => "The platform could not be reached.",
        TaskPlatformApiException => "The platform answered with an error.",
        TaskPlatformException => "The platform's answer could not be used.",
        _ => "The client could not be made from its registration and options.",
    };
}
