using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

/// <summary>The table of evidence of docs/money.md, row by row: what a failure that goes on comes to, with three attempts and no fallback.</summary>
public sealed class EvidenceTests : PageTest
{
    [Theory]
    [InlineData("connection refused", 3, false)]
    [InlineData("429", 3, false)]
    [InlineData("503 with Retry-After", 3, false)]
    [InlineData("401", 2, false)]
    [InlineData("400", 1, false)]
    [InlineData("404", 1, false)]
    [InlineData("422", 1, false)]
    [InlineData("408", 1, true)]
    [InlineData("500", 1, true)]
    [InlineData("502", 1, true)]
    [InlineData("503", 1, true)]
    [InlineData("504", 1, true)]
    [InlineData("302", 1, true)]
    [InlineData("connection lost", 1, true)]
    [InlineData("unreadable", 1, true)]
    public async Task A_run_and_an_update_go_out_again_only_when_they_surely_were_not_carried_out(string failure, int sent, bool unknown)
    {
        FakeTask task = Platform.AddTask("Greet");
        using TaskPlatformClient client = Platform.CreateClient(options => (options.Retry.BaseDelay, options.Fallback.Mode) = (TimeSpan.Zero, FallbackMode.Never));
        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest());
        Func<Task> update = () => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        foreach ((FakeOperation operation, Func<Task> call) in new[] { (FakeOperation.RunTask, run), (FakeOperation.UpdateTask, update) })
        {
            Script(operation, failure);
            (await call.Should().ThrowAsync<TaskPlatformException>()).Which.OutcomeUnknown.Should().Be(unknown);
            Platform.RequestsFor(operation).Should().HaveCount(sent);
        }
    }

    [Theory]
    [InlineData("500", 3)]
    [InlineData("connection lost", 3)]
    [InlineData("unreadable", 3)]
    [InlineData("404", 1)]
    public async Task Reading_is_repeated_freely(string failure, int sent)
    {
        FakeTask task = Platform.AddTask("Greet");
        using TaskPlatformClient client = Platform.CreateClient(options => options.Retry.BaseDelay = TimeSpan.Zero);
        Script(FakeOperation.GetTask, failure);

        Func<Task> read = () => client.Tasks.GetAsync(task.Id);

        (await read.Should().ThrowAsync<TaskPlatformException>()).Which.OutcomeUnknown.Should().BeFalse();
        Platform.RequestsFor(FakeOperation.GetTask).Should().HaveCount(sent);
    }

    private void Script(FakeOperation operation, string failure)
    {
        const int Always = 9;
        if (failure == "connection refused")
        {
            Platform.ThrowNext(operation, new HttpRequestException(HttpRequestError.ConnectionError), Always);
        }
        else if (failure == "connection lost")
        {
            Platform.ThrowNext(operation, new HttpRequestException(HttpRequestError.ResponseEnded), Always, FakeMoment.AfterExecution);
        }
        else if (failure == "unreadable")
        {
            Platform.RespondNext(operation, HttpStatusCode.OK, "<html>", times: Always);
        }
        else
        {
            var status = (HttpStatusCode)int.Parse(failure.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
            Platform.RespondNext(operation, status, retryAfter: failure.Length > 3 ? TimeSpan.Zero : null, times: Always);
        }
    }
}
