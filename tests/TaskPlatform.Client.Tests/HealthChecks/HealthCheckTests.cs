using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.HealthChecks;

public sealed class HealthCheckTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task Healthy_when_the_platform_accepts_the_credential()
    {
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform(tags: ["ready"]));

        HealthReport report = await CheckAsync(provider);

        HealthReportEntry entry = report.Entries.Should().ContainSingle().Subject.Value;
        report.Entries.Keys.Should().Equal("taskplatform");
        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Tags.Should().Equal("ready");
        entry.Data.Should().Contain("organization", platform.OrganizationId).And.Contain("project", platform.ProjectId);
        entry.Data["elapsed_ms"].Should().BeOfType<double>().Which.Should().BeGreaterThanOrEqualTo(0);
        platform.Requests.Select(static request => request.Path.Split('/')[^1]).Should().Equal("token", "whoami");
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task A_person_belongs_to_no_project()
    {
        platform.AddPersonToken("person");
        await using ServiceProvider provider = Services(
            static checks => checks.AddTaskPlatform(),
            static options => (options.ClientId, options.ClientSecret, options.Credential) = (null, null, TaskPlatformCredential.AccessToken("person")));

        HealthReportEntry entry = (await CheckAsync(provider)).Entries.Values.Single();

        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Data.Keys.Should().Equal("elapsed_ms");
    }

    [Theory]
    [InlineData(null, HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded, HealthStatus.Degraded)]
    public async Task A_refused_credential_fails_without_its_secret(HealthStatus? failureStatus, HealthStatus expected)
    {
        await using ServiceProvider provider = Services(checks => checks.AddTaskPlatform("llm", failureStatus: failureStatus), static options => options.ClientSecret = "marked-secret");

        HealthReportEntry entry = (await CheckAsync(provider)).Entries["llm"];

        entry.Status.Should().Be(expected);
        entry.Description.Should().Contain("credential");
        entry.Exception.Should().BeOfType<TaskPlatformAuthenticationException>();
        string.Join(' ', entry.Data.Select(static one => $"{one.Key}={one.Value}").Append(entry.Description).Append($"{entry.Exception}")).Should().NotContain("marked-secret");
    }

    [Fact]
    public async Task An_error_of_the_platform_is_told_by_status_and_asked_for_once()
    {
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform());
        platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.ServiceUnavailable, times: 9);

        HealthReportEntry entry = (await CheckAsync(provider)).Entries.Values.Single();

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Be("The platform answered with an error.");
        entry.Data.Should().Contain("status", 503).And.ContainKey("elapsed_ms");
        platform.RequestsFor(FakeOperation.GetCaller).Should().ContainSingle();
    }

    [Fact]
    public async Task A_platform_out_of_reach_is_unhealthy()
    {
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform(), static options => options.Retry.MaxAttempts = 1);
        platform.ThrowNext(FakeOperation.Any, new HttpRequestException(HttpRequestError.NameResolutionError), times: 9);

        HealthReportEntry entry = (await CheckAsync(provider)).Entries.Values.Single();

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Data.Keys.Should().Equal("elapsed_ms");
    }

    [Fact]
    public async Task Checks_a_named_client()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddTaskPlatformClient("eu", Complete).ConfigurePrimaryHttpMessageHandler(() => platform);
        services.AddHealthChecks().AddTaskPlatform("eu", clientName: "eu").AddTaskPlatform("us", clientName: "us");
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await CheckAsync(provider);

        report.Entries["eu"].Status.Should().Be(HealthStatus.Healthy);
        report.Entries["us"].Should().BeEquivalentTo(new { Status = HealthStatus.Unhealthy, Description = "The client could not be made from its registration and options." });
    }

    [Fact]
    public async Task Wrong_options_are_a_failed_check()
    {
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform(), static options => options.Retry.MaxAttempts = -1);

        (await CheckAsync(provider)).Entries.Values.Single().Exception.Should().BeOfType<OptionsValidationException>();
    }

    [Fact]
    public async Task The_timeout_ends_the_check()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.GetCaller);
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform(timeout: TimeSpan.FromMilliseconds(1)));

        (await CheckAsync(provider)).Entries.Values.Single().Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task The_hosts_cancellation_gets_through()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.GetCaller);
        await using ServiceProvider provider = Services(static checks => checks.AddTaskPlatform());
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<HealthReport> check = provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellation.Token);
        await hold.Arrived;

        await cancellation.CancelAsync();

        await check.Awaiting(static one => one).Should().ThrowAsync<OperationCanceledException>();
    }

    private static Task<HealthReport> CheckAsync(ServiceProvider provider) => provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

    private ServiceProvider Services(Action<IHealthChecksBuilder> add, Action<TaskPlatformClientOptions>? change = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddTaskPlatformClient(options =>
        {
            Complete(options);
            change?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => platform);
        add(services.AddHealthChecks());
        return services.BuildServiceProvider();
    }

    private void Complete(TaskPlatformClientOptions options)
    {
        TaskPlatformClientOptions own = platform.CreateOptions();
        (options.OrganizationId, options.ProjectId, options.BaseAddress, options.TokenEndpoint) = (own.OrganizationId, own.ProjectId, own.BaseAddress, own.TokenEndpoint);
        (options.ClientId, options.ClientSecret) = (platform.ClientId, platform.ClientSecret);
    }
}
