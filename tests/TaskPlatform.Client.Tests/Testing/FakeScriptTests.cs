using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeScriptTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;
    private readonly WireClient wire;

    public FakeScriptTests()
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
    public async Task Answers_the_next_call_of_a_kind_as_scripted_and_then_by_itself()
    {
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, """{"detail":"Too many requests"}""", retryAfter: TimeSpan.FromSeconds(7));

        WireAnswer update = await wire.UpdateTaskAsync(task, """{"description":"x"}""");
        WireAnswer first = await wire.RunAsync(task);
        WireAnswer second = await wire.RunAsync(task);

        update.Status.Should().Be(HttpStatusCode.OK);
        first.Status.Should().Be(HttpStatusCode.TooManyRequests);
        first.Headers["Retry-After"].Should().Be("7");
        first.Text.Should().Be("""{"detail":"Too many requests"}""");
        second.Status.Should().Be(HttpStatusCode.OK);
        platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task Answers_as_many_calls_as_asked_in_the_order_scripted()
    {
        platform.RespondNext(FakeOperation.Any, HttpStatusCode.BadGateway, "<html/>", "text/html", times: 2);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.NotFound);

        HttpStatusCode[] answers = [(await wire.RunAsync(task)).Status, (await wire.RunAsync(task)).Status, (await wire.RunAsync(task)).Status];

        answers.Should().Equal(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Loses_the_answer_of_a_run_that_was_carried_out()
    {
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.GatewayTimeout, at: FakeMoment.AfterExecution);

        WireAnswer answer = await wire.RunAsync(task);

        answer.Status.Should().Be(HttpStatusCode.GatewayTimeout);
        platform.ExecutedRuns.Should().Be(1);
        platform.CreditsCharged.Should().Be(1);
    }

    [Fact]
    public async Task Breaks_a_call_off_before_its_body_is_asked_for()
    {
        var broken = new HttpRequestException("refused");
        platform.ThrowNext(FakeOperation.RunTask, broken);
        using var content = new UnreadableContent();
        using var invoker = new HttpMessageInvoker(platform, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://x.test/api/v1/{wire.ProjectPath}/task/{task.Id}/run") { Content = content };

        Func<Task> call = () => invoker.SendAsync(request, TestContext.Current.CancellationToken);

        (await call.Should().ThrowAsync<HttpRequestException>()).Which.Should().BeSameAs(broken);
        content.WasRead.Should().BeFalse();
        platform.Requests.Single().Body.Length.Should().Be(0);
    }

    [Fact]
    public async Task Breaks_a_call_off_after_it_was_carried_out()
    {
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException("reset"), at: FakeMoment.AfterExecution);

        Func<Task> call = () => wire.RunAsync(task);

        await call.Should().ThrowAsync<HttpRequestException>();
        task.Runs.Should().ContainSingle();
    }

    [Fact]
    public async Task Changes_an_answer_on_its_way()
    {
        platform.EditNext(FakeOperation.UpdateTask, answer => answer.Headers.Remove("X-New-Revision-ID"));

        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"annotation":"x"}""");

        answer.Headers.Should().NotContainKey("X-New-Revision-ID").And.ContainKey("X-New-Revision-created");
        task.Revisions.Should().HaveCount(2);
    }

    [Fact]
    public async Task Holds_calls_until_they_are_released()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask, times: 2);

        Task<WireAnswer> first = wire.RunAsync(task);
        hold.Arrived.IsCompleted.Should().BeFalse();
        Task<WireAnswer> second = wire.RunAsync(task);
        await hold.Arrived;
        platform.ExecutedRuns.Should().Be(0);
        hold.Release();

        (await first).Status.Should().Be(HttpStatusCode.OK);
        (await second).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Holds_a_call_first_and_answers_it_as_scripted_then()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Unauthorized);

        Task<WireAnswer> run = wire.RunAsync(task);
        await hold.Arrived;
        hold.Release();

        (await run).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Lets_a_held_call_be_cancelled()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);
        using var source = new CancellationTokenSource();
        using var invoker = new HttpMessageInvoker(platform, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://x.test/api/v1/{wire.ProjectPath}/task/{task.Id}/run");

        Task<HttpResponseMessage> run = invoker.SendAsync(request, source.Token);
        await hold.Arrived;
        await source.CancelAsync();

        await run.Awaiting(r => r).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Delays_a_call_by_the_clock_of_the_platform()
    {
        platform.DelayNext(FakeOperation.RunTask, TimeSpan.FromMinutes(3));

        Task<WireAnswer> run = wire.RunAsync(task);
        clock.Advance(TimeSpan.FromSeconds(179));
        run.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await run).Status.Should().Be(HttpStatusCode.OK);
    }

    private sealed class UnreadableContent : HttpContent
    {
        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasRead = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
