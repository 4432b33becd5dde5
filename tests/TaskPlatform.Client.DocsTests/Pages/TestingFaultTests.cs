using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TestingFaultTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;
    private readonly TaskPlatformClient client;

    public TestingFaultTests()
    {
        task = platform.AddTask("Translate", definition =>
        {
            definition.UserPrompt = "Translate {text}";
            definition.FallbackModelId = platform.FallbackModelId;
        });
        client = platform.CreateClient(static options => options.Retry.BaseDelay = TimeSpan.Zero);
    }

    [Fact]
    public async Task The_fake_platform_goes_wrong_on_demand()
    {
        // docs: fake-faults
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError));
        task.FailPrimary("overloaded", times: 1);

        // docs: end
        TaskRun run = await client.Tasks.RunAsync(
            task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, TestContext.Current.CancellationToken);

        run.Response!.Attempts.Should().HaveCount(3);
        run.Fallback.By.Should().Be(FallbackOrigin.Platform);
        platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_paid_for_twice()
    {
        await LoseAnswerAsync();

        platform.CreditsCharged.Should().Be(1);
    }

    private async Task LoseAnswerAsync()
    {
        // docs: fake-lost
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);     // it ran, and the answer is lost

        TaskPlatformException exception = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => new Translator(client).TranslateAsync(task.Id, "Hello"));

        Assert.True(exception.OutcomeUnknown);
        Assert.Equal(1, platform.ExecutedRuns);      // whatever the program did then, it paid once

        // docs: end
    }

    [Theory]
    [InlineData(FakeMoment.BeforeBody, 0, false)]
    [InlineData(FakeMoment.BeforeExecution, 0, true)]
    [InlineData(FakeMoment.AfterExecution, 1, true)]
    public async Task The_moment_decides_what_is_known(FakeMoment at, int executed, bool unknown)
    {
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError), times: 3, at: at);

        Func<Task> translate = () => new Translator(client).TranslateAsync(task.Id, "Hello");

        (await translate.Should().ThrowAsync<TaskPlatformConnectionException>()).Which.OutcomeUnknown.Should().Be(unknown);
        platform.ExecutedRuns.Should().Be(executed);
    }

    [Fact]
    public async Task Models_fail()
    {
        // docs: fake-models
        task.FallsBack = false;                                             // leave the fallback to the client
        task.CreditsOfFailedRun = 0.40m;                                    // failed runs are charged, too
        task.FailPrimary("overloaded");                                     // a 200 that says is_error
        task.FailFallback("down", HttpStatusCode.InternalServerError);      // an error status, and nothing is run

        // docs: end
        Func<Task> translate = () => new Translator(client).TranslateAsync(task.Id, "Hello");
        (await translate.Should().ThrowAsync<TaskRunFailedException>()).Which.TotalChargedCredits.Should().Be(0.4m);
        platform.ExecutedRuns.Should().Be(1);

        task.Heal();
        await translate.Should().NotThrowAsync();
    }

    [Fact]
    public async Task An_answer_is_changed_on_its_way()
    {
        platform.EditNext(FakeOperation.UpdateTask, answer => answer.Headers.Remove("X-New-Revision-ID"));

        platform.RespondNext(FakeOperation.RunTask, _ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<html>a proxy's page</html>"),
        });

        TaskUpdateResult updated = await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." }, TestContext.Current.CancellationToken);
        updated.NewRevisionId.Should().BeNull();
        Func<Task> translate = () => new Translator(client).TranslateAsync(task.Id, "Hello");
        (await translate.Should().ThrowAsync<TaskPlatformSerializationException>()).Which.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_is_held_while_the_test_does_something()
    {
        // docs: fake-hold
        using var cancellation = new CancellationTokenSource();
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);

        Task<string> running = new Translator(client).TranslateAsync(task.Id, "Hello", cancellation.Token);
        await hold.Arrived;                      // the request is there, and waits
        await cancellation.CancelAsync();

        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => running);
        Assert.True(canceled.OutcomeUnknown);    // it had been sent

        // docs: end
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Steps_are_taken_in_their_order_one_of_each_kind_for_a_call()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Forbidden);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.NotFound);
        Task<string> first = new Translator(client).TranslateAsync(task.Id, "Hello", TestContext.Current.CancellationToken);
        await hold.Arrived;
        hold.Release();

        await ((Func<Task>)(() => first)).Should().ThrowAsync<TaskPlatformPermissionException>();
        await ((Func<Task>)(() => new Translator(client).TranslateAsync(task.Id, "Hello"))).Should().ThrowAsync<TaskPlatformNotFoundException>();
    }

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }
}
