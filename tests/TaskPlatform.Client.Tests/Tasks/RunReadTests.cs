using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class RunReadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_run_again()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Task.Answer("Hola");
        TaskRun made = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation);

        TaskRun read = await live.Client.Tasks.GetRunAsync(live.Task.Id, made.Id, Cancellation);

        (read.Id, read.Reference, ((TextOutput)read.Output).Text).Should().Be((made.Id, "order-42", "Hola"));
        read.Response!.Attempts.Should().ContainSingle();
        live.Platform.RequestsFor(FakeOperation.GetRun).Should().ContainSingle().Which.PathAndQuery
            .Should().Be($"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/task/{live.Task.Id}/run/{made.Id}");
        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_run_that_failed_is_returned_like_any_other()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Task.FailPrimary("overloaded", times: 1);
        TaskRunFailedException failure = await Assert.ThrowsAsync<TaskRunFailedException>(() => live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), Cancellation));

        TaskRun read = await live.Client.Tasks.GetRunAsync(live.Task.Id, failure.RunId!.Value, new RequestOptions(), Cancellation);

        read.IsError.Should().BeTrue();
    }

    [Fact]
    public async Task Tells_which_run_was_not_found()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformNotFoundException failure = await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => live.Client.Tasks.GetRunAsync(live.Task.Id, live.RunId, Cancellation));

        (failure.TaskId, failure.RunId, failure.OutcomeUnknown).Should().Be((live.Task.Id, live.RunId, false));
        failure.Message.Should().Contain($"GET …/task/{live.Task.Id}/run/{live.RunId}");
    }

    [Fact]
    public async Task Lists_all_runs_page_after_page()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        for (int count = 0; count < 3; count++)
        {
            await live.CallAsync(FakeOperation.RunTask);
        }

        List<TaskRun> runs = await live.Client.Tasks.ListRunsAsync(live.Task.Id, new ListRunsRequest { PageLimit = 2 }, Cancellation).AllAsync(Cancellation);

        runs.Select(static run => run.Id).Should().BeEquivalentTo(live.Task.Runs.Select(static run => run.Id));
        runs.Should().OnlyContain(static run => run.Output is TextOutput && run.Response == null);
        live.Platform.RequestsFor(FakeOperation.ListRuns).Select(static request => request.Query).Should().Equal("?page_limit=2", $"?cursor={runs[1].Id}&page_limit=2");
    }

    [Theory]
    [InlineData(null, "", 2)]
    [InlineData(true, "status=error&", 1)]
    [InlineData(false, "status=success&", 1)]
    public async Task Shows_the_runs_that_are_asked_for_also_if_the_platform_does_not_know_the_filter(bool? isError, string query, int count)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(static options => options.ThrowOnRunError = false);
        live.Task.FailPrimary("overloaded", times: 1);
        await live.CallAsync(FakeOperation.RunTask);
        await live.CallAsync(FakeOperation.RunTask);
        string unfiltered = $$"""{"results":[{{string.Join(',', live.Task.Runs.Select(static run => run.ToJson().ToJsonString()))}}]}""";

        List<TaskRun> filtered = await live.Client.Tasks.ListRunsAsync(live.Task.Id, new ListRunsRequest { IsError = isError }, new RequestOptions(), Cancellation).AllAsync(Cancellation);
        live.Platform.RespondNext(FakeOperation.ListRuns, HttpStatusCode.OK, unfiltered);
        List<TaskRun> sieved = await live.Client.Tasks.ListRunsAsync(live.Task.Id, new ListRunsRequest { IsError = isError }, Cancellation).AllAsync(Cancellation);

        live.Platform.RequestsFor(FakeOperation.ListRuns)[0].Query.Should().Be($"?{query}page_limit=100");
        filtered.Should().HaveCount(count).And.OnlyContain(run => isError == null || run.IsError == isError);
        sieved.Select(static run => run.Id).Should().BeEquivalentTo(filtered.Select(static run => run.Id));
    }

    [Fact]
    public async Task A_page_limit_the_platform_does_not_take_is_refused_at_once()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        live.Client.Tasks.Invoking(tasks => tasks.ListRunsAsync(live.Task.Id, new ListRunsRequest { PageLimit = 101, IsError = true }, Cancellation))
            .Should().Throw<ArgumentException>().WithParameterName("request");
    }

    [Fact]
    public async Task A_run_in_a_list_survives_keys_of_the_wrong_type()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.ListRuns, HttpStatusCode.OK, """{"results":[null,7,{"id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","input_tokens":"x","response":"Hola"}]}""");

        TaskRun run = (await live.Client.Tasks.ListRunsAsync(live.Task.Id, cancellationToken: Cancellation).AllAsync(Cancellation)).Should().ContainSingle().Subject;

        (run.Id, run.AdditionalFields.ContainsKey("input_tokens")).Should().Be((live.RunId, true));
    }
}
