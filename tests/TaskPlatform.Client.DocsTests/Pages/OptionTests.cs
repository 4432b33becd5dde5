using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

public sealed class OptionTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" } };

    [Fact]
    public async Task Options_are_set_in_place()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync(Platform);
        FakeTask task = AddTranslate();

        TaskRun run = await RunAsync(host.BaseAddress, Platform.ApiKey, task.Id, request);

        run.Reference.Should().StartWith("auto-").And.HaveLength(37);
        Platform.RequestsFor(FakeOperation.RunTask)[0].Query.Should().Be("?reporting_group=web-shop");
        Platform.RequestsFor(FakeOperation.RunTask)[0].Headers["User-Agent"].Should().Contain("Orders");
    }

    [Fact]
    public async Task One_call_has_limits_of_its_own()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);

        Func<Task> run = () => RunWithOptionsAsync(Client, task.Id, request);

        await run.Should().ThrowAsync<TaskPlatformRateLimitException>();
        Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle().Which.Headers["X-Trace"].Should().Be("42");
    }

    [Fact]
    public async Task The_request_goes_over_the_call_and_the_call_over_the_client()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(options => (options.ReportingGroup, options.Fallback.Mode) = ("web-shop", FallbackMode.Never));
        var always = new RequestOptions { Fallback = FallbackMode.Always };

        await client.Tasks.RunAsync(task.Id, request, always, TestContext.Current.CancellationToken);
        await client.Tasks.RunAsync(task.Id, request with { UseFallbackModel = false, ReportingGroup = "acme" }, always, TestContext.Current.CancellationToken);
        await client.Tasks.RunAsync(task.Id, request with { ReportingGroup = "" }, TestContext.Current.CancellationToken);

        Platform.RequestsFor(FakeOperation.RunTask).Select(received => received.Query).Should().Equal(
            "?reporting_group=web-shop&use_fallback_model=true", "?reporting_group=acme&use_fallback_model=false", "");
    }

    [Fact]
    public async Task What_a_call_can_not_mean_is_refused_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();
        RequestOptions[] wrong =
        [
            new() { Timeout = TimeSpan.Zero },
            new() { Timeout = TimeSpan.FromDays(25) },
            new() { MaxAttempts = 0 },
            new() { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer x" } },
            new() { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/plain" } },
        ];

        foreach (RequestOptions options in wrong)
        {
            Func<Task> run = () => Client.Tasks.RunAsync(task.Id, request, options);
            await run.Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();
        await Client.Tasks.RunAsync(task.Id, request, new RequestOptions { Timeout = Timeout.InfiniteTimeSpan }, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("http://platform.example/api/v1")]
    [InlineData("ftp://platform.example")]
    public void Plain_http_is_for_loopback_only(string address)
    {
        Action make = () => new TaskPlatformClient(new TaskPlatformClientOptions { ApiKey = "key", BaseAddress = new Uri(address) }).Dispose();

        make.Should().Throw<ArgumentException>().WithMessage("BaseAddress must be*");
    }

    [Fact]
    public void A_secret_of_one_system_is_not_sent_to_another()
    {
        Action make = () => new TaskPlatformClient(new TaskPlatformClientOptions { ClientId = "id", ClientSecret = "secret", BaseAddress = new Uri("https://staging.example/api/v1") }).Dispose();

        make.Should().Throw<ArgumentException>().WithMessage("TokenEndpoint is required*");
    }

    private static async Task<TaskRun> RunAsync(Uri baseAddress, string apiKey, Guid taskId, RunTaskRequest request)
    {
        // docs: options-in-code
        using var client = new TaskPlatformClient(new TaskPlatformClientOptions
        {
            BaseAddress = baseAddress,
            ApiKey = apiKey,
            ApplicationName = "Orders",
            ReportingGroup = "web-shop",
            AutoReference = true,
            Retry = { MaxAttempts = 5, MaxRetryAfter = TimeSpan.FromMinutes(2) },
            Timeouts = { Run = TimeSpan.FromMinutes(5) },
            Fallback = { FailuresBeforeBreak = 3 },
        });

        // docs: end
        return await client.Tasks.RunAsync(taskId, request);
    }

    private static async Task RunWithOptionsAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: request-options
        await client.Tasks.RunAsync(taskId, request, new RequestOptions
        {
            Timeout = TimeSpan.FromMinutes(2),
            MaxAttempts = 1,
            Fallback = FallbackMode.Never,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Trace"] = "42" },
        });

        // docs: end
    }
}
