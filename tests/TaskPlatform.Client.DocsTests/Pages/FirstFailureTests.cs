using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

/// <summary>What the table of docs/getting-started.md says of a first program that fails.</summary>
public sealed class FirstFailureTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello world", ["language"] = "Spanish" } };

    [Fact]
    public void Without_a_credential_no_client_is_made()
    {
        Action make = () => new TaskPlatformClient(new TaskPlatformClientOptions()).Dispose();

        make.Should().Throw<ArgumentException>().WithMessage("A credential is required:*");
    }

    [Fact]
    public async Task A_wrong_secret_is_told_and_nothing_is_run()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(options => options.ClientSecret = "wrong");

        Func<Task> run = () => client.Tasks.RunAsync(task.Id, request);

        await run.Should().ThrowAsync<TaskPlatformAuthenticationException>().WithMessage("No access token was to be had, so nothing was sent:*");
        Platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Fact]
    public async Task A_persons_token_belongs_to_no_project()
    {
        Platform.AddPersonToken("person");
        using TaskPlatformClient client = Platform.CreateClient(options =>
        {
            (options.ClientId, options.ClientSecret, options.Credential) = (null, null, TaskPlatformCredential.AccessToken("person"));
            (options.OrganizationId, options.ProjectId) = (null, null);
        });

        Func<Task> run = () => client.Tasks.RunAsync(Guid.NewGuid(), request);

        await run.Should().ThrowAsync<TaskPlatformException>().WithMessage("*does not say which organization and project*");
        Platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Fact]
    public async Task A_task_of_another_project_is_not_found()
    {
        Func<Task> run = () => Client.Tasks.RunAsync(Guid.NewGuid(), request);

        await run.Should().ThrowAsync<TaskPlatformNotFoundException>();
    }

    [Fact]
    public async Task A_missing_input_is_named()
    {
        FakeTask task = AddTranslate();

        Func<Task> run = () => Client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["text"] = "Hello world" } });

        (await run.Should().ThrowAsync<TaskPlatformValidationException>()).Which.Issues.Should().ContainSingle().Which.Location.Should().Be("body.task_input.language");
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task A_task_that_breaks_a_rule_is_refused_before_anything_is_sent()
    {
        var right = new CreateTaskRequest { Name = "Greet", Enabled = true, SystemPrompt = "", UserPrompt = "", LlmModelId = Guid.NewGuid(), OutputFormat = new OutputFormat { ["text"] = OutputField.Text } };
        CreateTaskRequest[] wrong =
        [
            right with { OutputFormat = null },
            right with { OutputModality = OutputModality.Text },
            right with { Name = "Grüße" },
            right with { LlmModelId = Guid.Empty },
        ];

        foreach (CreateTaskRequest refused in wrong)
        {
            Func<Task> create = () => Client.Tasks.CreateAsync(refused);
            await create.Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_kept()
    {
        FakeTask task = AddTranslate();
        task.Answer(new System.Text.Json.Nodes.JsonObject { ["text"] = 3 });

        Func<Task> run = () => Client.Tasks.RunAsync<Translation>(task.Id, request);

        TaskPlatformSerializationException failure = (await run.Should().ThrowAsync<TaskPlatformSerializationException>()).Which;
        (failure.Path, failure.Run!.Id, failure.Run.TotalChargedCredits).Should().Be(("$.text", task.Runs[0].Id, 1));
    }
}
