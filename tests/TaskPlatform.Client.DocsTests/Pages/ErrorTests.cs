using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ErrorTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(TaskPlatformValidationException), false)]
    [InlineData(HttpStatusCode.UnprocessableEntity, typeof(TaskPlatformValidationException), false)]
    [InlineData(HttpStatusCode.Forbidden, typeof(TaskPlatformPermissionException), false)]
    [InlineData(HttpStatusCode.NotFound, typeof(TaskPlatformNotFoundException), false)]
    [InlineData(HttpStatusCode.PaymentRequired, typeof(TaskPlatformApiException), false)]
    [InlineData(HttpStatusCode.Conflict, typeof(TaskPlatformApiException), false)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, typeof(TaskPlatformApiException), false)]
    [InlineData(HttpStatusCode.RequestTimeout, typeof(TaskPlatformApiException), true)]
    [InlineData(HttpStatusCode.Redirect, typeof(TaskPlatformApiException), true)]
    [InlineData(HttpStatusCode.InternalServerError, typeof(TaskPlatformApiException), true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(TaskPlatformApiException), true)]
    public async Task A_status_has_its_class_and_says_whether_the_run_may_exist(HttpStatusCode status, Type expected, bool unknown)
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, status);

        Exception? failure = await Record.ExceptionAsync(() => Client.Tasks.RunAsync(task.Id, request, Token));

        failure.Should().BeOfType(expected);
        ((TaskPlatformException)failure!).OutcomeUnknown.Should().Be(unknown);
        (((TaskPlatformException)failure).Reference, ((TaskPlatformException)failure).TaskId, ((TaskPlatformException)failure).Attempts.Count).Should().Be(("order-42", task.Id, 1));
        Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, 3)]
    [InlineData(HttpStatusCode.NotFound, 1)]
    public async Task What_only_reads_is_repeated_and_never_unknown(HttpStatusCode status, int attempts)
    {
        using TaskPlatformClient client = Platform.CreateClient(static options => options.Retry.BaseDelay = TimeSpan.Zero);
        Guid taskId = AddTranslate().Id;
        Platform.RespondNext(FakeOperation.GetTask, status, times: attempts);

        Func<Task> read = () => client.Tasks.GetAsync(taskId, Token);

        (await read.Should().ThrowAsync<TaskPlatformException>()).Which.OutcomeUnknown.Should().BeFalse();
        Platform.RequestsFor(FakeOperation.GetTask).Should().HaveCount(attempts);
    }

    [Fact]
    public async Task Branches_on_the_platforms_own_word()
    {
        AddTranslate();

        (await MakeAsync(Client, new CreateTaskRequest
        {
            Name = "Translate",
            Enabled = true,
            SystemPrompt = "Translate.",
            UserPrompt = "{text}",
            LlmModelId = Platform.ModelId,
            OutputFormat = new OutputFormat { ["text"] = OutputField.Text },
        })).Should().Be("the name is taken");
    }

    [Fact]
    public async Task A_mistake_is_found_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();
        Func<Task>[] mistakes =
        [
            () => Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest(), Token),
            () => Client.Tasks.RunAsync(task.Id, request with { Reference = new string('x', 65) }, Token),
            () => Client.Tasks.RunAsync(Guid.Empty, request, Token),
        ];

        foreach (Func<Task> mistake in mistakes)
        {
            await mistake.Should().ThrowAsync<ArgumentException>();
        }

        Func<Task> file = () => Client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromPath("no such file.pdf")] }, Token);
        await file.Should().ThrowAsync<FileNotFoundException>();
        Platform.Requests.Should().BeEmpty();
    }

    private static async Task<string> MakeAsync(TaskPlatformClient client, CreateTaskRequest request)
    {
        string outcome;

        try
        {
            TaskDefinition made = await client.Tasks.CreateAsync(request);
            outcome = $"{made.Id}";
        }
        catch (TaskPlatformApiException exception) when (exception.Reason == "duplicate_task_name")
        {
            outcome = "the name is taken";
        }

        return outcome;
    }
}
