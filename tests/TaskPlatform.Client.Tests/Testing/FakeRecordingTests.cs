using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeRecordingTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;
    private readonly WireClient wire;

    public FakeRecordingTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock);
        wire = new WireClient(platform);
        task = platform.AddTask("Greet");
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Records_what_was_sent_to_the_letter()
    {
        await wire.RunAsync(task, """{ "task_input" : {} }""", "?revision_tag=a%20b%2Fc&reporting_group=d+e");

        FakeRequest request = platform.Requests.Single();
        request.Operation.Should().Be(FakeOperation.RunTask);
        request.Method.Should().Be("POST");
        request.PathAndQuery.Should().Be($"/api/v1/{wire.ProjectPath}/task/{task.Id}/run?revision_tag=a%20b%2Fc&reporting_group=d+e");
        request.Text.Should().Be("""{ "task_input" : {} }""");
        request.Authorization.Should().Be($"Bearer {platform.ApiKey}");
        request.Headers["content-type"].Should().Be("application/json; charset=utf-8");
        request.ReceivedAt.Should().Be(clock.GetUtcNow());
    }

    [Fact]
    public async Task Records_refused_calls_and_tells_token_requests_apart()
    {
        await wire.AskForTokenAsync([new("grant_type", "client_credentials")]);
        wire.Bearer = null;
        await wire.RunAsync(task);

        platform.Requests.Select(request => request.Operation).Should().Equal(FakeOperation.Token, FakeOperation.RunTask);
        platform.RequestsFor(FakeOperation.Token).Single().Text.Should().Be("grant_type=client_credentials");
    }

    [Fact]
    public async Task Shows_neither_headers_nor_body_in_its_text_form()
    {
        await wire.RunAsync(task);

        platform.Requests.Single().ToString().Should().Be($"POST /api/v1/{wire.ProjectPath}/task/{task.Id}/run");
    }

    [Fact]
    public async Task Goes_on_working_after_it_was_disposed()
    {
        platform.Dispose();

        (await wire.RunAsync(task)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_below_another_base_path()
    {
        platform.BasePath = "v2/";
        using var other = new WireClient(platform, baseAddress: new Uri("https://x.test/v2/"));

        (await other.RunAsync(task)).Status.Should().Be(HttpStatusCode.OK);
        (await wire.RunAsync(task)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Breaks_off_a_body_that_is_shorter_than_announced()
    {
        using var invoker = new HttpMessageInvoker(platform, disposeHandler: false);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentLength = 3;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://x.test/api/v1/{wire.ProjectPath}/task/{task.Id}/run") { Content = content };

        Func<Task> call = () => invoker.SendAsync(request, TestContext.Current.CancellationToken);

        await call.Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Dates_its_answers_by_its_clock_and_numbers_them()
    {
        WireAnswer first = await wire.RunAsync(task);
        WireAnswer second = await wire.RunAsync(task);

        first.Headers["Date"].Should().Be("Wed, 02 Jan 2030 03:04:05 GMT");
        first.Headers["X-Request-ID"].Should().NotBe(second.Headers["X-Request-ID"]);
    }

    [Fact]
    public void Refuses_to_hold_a_task_the_platform_would_refuse()
    {
        Action add = () => platform.AddTask("not/allowed");

        add.Should().Throw<ArgumentException>().WithMessage("*string_pattern_mismatch*");
    }

    [Fact]
    public void Points_options_at_itself()
    {
        TaskPlatformClientOptions options = platform.CreateOptions();

        options.OrganizationId.Should().Be(platform.OrganizationId);
        options.ProjectId.Should().Be(platform.ProjectId);
        options.BaseAddress.Should().Be(new Uri("https://taskplatform.test/api/v1/"));
        options.TimeProvider.Should().BeSameAs(clock);
    }
}
