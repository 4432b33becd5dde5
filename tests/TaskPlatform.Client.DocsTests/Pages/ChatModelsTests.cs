using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.AI;
using Xunit;

namespace DocsCode;

public sealed class ChatModelsTests : PageTest
{
    [Fact]
    public async Task A_chat_model_asks_before_it_runs_a_task()
    {
        FakeTask task = AddTranslate();
        using IChatClient chat = Chat("Translate", ("text", "Hello"), ("language", "Spanish"));

        ChatResponse response = await AskAsync(Client, chat, task.Id, [new(ChatRole.User, "Hello in Spanish, please.")]);

        response.Messages.SelectMany(static message => message.Contents).Should().ContainItemsAssignableTo<ToolApprovalRequestContent>();
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_person_approves_or_not(bool approves, int runs)
    {
        FakeTask task = AddTranslate();
        using IChatClient chat = Chat("Translate", ("text", "Hello"), ("language", "Spanish"));
        AIFunction translate = await Client.Tasks.GetAIFunctionAsync(task.Id, cancellationToken: TestContext.Current.CancellationToken);

        await ApproveAsync(chat, [new(ChatRole.User, "Hello in Spanish, please.")], new ChatOptions { Tools = [translate] }, _ => approves);

        Platform.ExecutedRuns.Should().Be(runs);
    }

    [Fact]
    public async Task Options_fix_inputs_and_count_credits()
    {
        FakeTask task = AddTranslate();
        TaskDefinition definition = await Client.Tasks.GetAsync(task.Id, TestContext.Current.CancellationToken);
        TaskPlatformClient client = Client;
        decimal spent = 0;

        // docs: function-options
        AIFunction translate = client.Tasks.AsAIFunction(definition, new TaskFunctionOptions
        {
            Name = "translate",
            Request = new RunTaskRequest { Input = { ["language"] = "Spanish" }, ReportingGroup = "chat" },   // not the model's to choose
            CreateReference = _ => $"chat-{Guid.NewGuid():N}",
            OnRun = run => spent += run.ChargedCredits ?? 0,                                                   // failed runs too
        });
        // docs: end
        await translate.InvokeAsync(new AIFunctionArguments(StringComparer.Ordinal) { ["text"] = "Hello" }, TestContext.Current.CancellationToken);

        spent.Should().Be(1);
        task.Runs.Should().ContainSingle().Which.Reference.Should().StartWith("chat-");
        translate.Name.Should().Be("translate");
        translate.JsonSchema.GetRawText().Should().Be("""{"type":"object","properties":{"text":{"type":"string"}},"required":["text"],"additionalProperties":false}""");
    }

    [Fact]
    public async Task Name_and_description_are_the_tasks()
    {
        FakeTask plain = Platform.AddTask("Draw a poster", definition => definition.Modality = "image");
        FakeTask described = Platform.AddTask("2 posters", definition => definition.Description = "Draws two.");

        AIFunction[] made = [await FunctionAsync(plain), await FunctionAsync(described)];

        made.Select(function => (function.Name, function.Description)).Should().Equal(
            ("Draw_a_poster", "Runs the task \"Draw a poster\" and answers with image."), ("task_2_posters", "Draws two."));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("text", "language", "tone")]
    public async Task Wrong_arguments_are_refused_before_anything_is_sent(params string[] names)
    {
        AIFunction translate = await FunctionAsync(AddTranslate());
        var arguments = new AIFunctionArguments(StringComparer.Ordinal);
        Array.ForEach(names, name => arguments[name] = "x");

        await ((Func<Task>)(() => translate.InvokeAsync(arguments).AsTask())).Should().ThrowAsync<ArgumentException>();

        Platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Fact]
    public async Task Answers_are_what_a_model_can_be_given()
    {
        (await AnswerAsync("json", task => task.Answer(new System.Text.Json.Nodes.JsonObject { ["a"] = 1 }))).Should().BeOfType<JsonElement>();
        (await AnswerAsync("text", task => task.Answer("Hola"))).Should().Be("Hola");
        (await AnswerAsync("csv", task => task.Answer("a,b"))).Should().Be("a,b");
        (await AnswerAsync("image", task => task.AnswerFile(new FakeFile("a.png", new byte[] { 1, 2 })))).Should().BeOfType<DataContent>().Which.MediaType.Should().Be("image/png");
        object? note = await AnswerAsync("image", task => task.AnswerFile(new FakeFile("a.png", new byte[] { 1, 2 })), new TaskFunctionOptions { MaxFileBytes = 1 });
        note.Should().BeOfType<JsonElement>().Which.GetProperty("task_run_id").GetGuid().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_failed_run_is_thrown_and_told()
    {
        FakeTask task = Platform.AddTask("Greet");
        task.CreditsOfFailedRun = 0.4m;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = Platform.CreateClient(options => options.ThrowOnRunError = false);
        List<TaskFunctionRun> told = [];
        AIFunction greet = await client.Tasks.GetAIFunctionAsync(task.Id, new TaskFunctionOptions { OnRun = told.Add }, TestContext.Current.CancellationToken);

        await ((Func<Task>)(() => greet.InvokeAsync().AsTask())).Should().ThrowAsync<TaskRunFailedException>();

        told.Single().ChargedCredits.Should().Be(0.4m);
        told.Single().Error.Should().BeOfType<TaskRunFailedException>();
    }

    [Fact]
    public async Task A_ceiling_of_your_own_is_a_wrapper()
    {
        FakeTask task = AddTranslate();
        AIFunction translate = Limit(await FunctionAsync(task), 1);
        var arguments = new AIFunctionArguments(StringComparer.Ordinal) { ["text"] = "Hello", ["language"] = "Spanish" };

        await translate.InvokeAsync(arguments, TestContext.Current.CancellationToken);

        await ((Func<Task>)(() => translate.InvokeAsync(arguments).AsTask())).Should().ThrowAsync<InvalidOperationException>();
        Platform.ExecutedRuns.Should().Be(1);
        translate.GetService<ApprovalRequiredAIFunction>().Should().NotBeNull();
        translate.GetService<TaskFunction>()!.TaskId.Should().Be(task.Id);
    }

    private async Task<AIFunction> FunctionAsync(FakeTask task) => await Client.Tasks.GetAIFunctionAsync(task.Id);

    private async Task<object?> AnswerAsync(string modality, Action<FakeTask> script, TaskFunctionOptions? options = null)
    {
        FakeTask task = Platform.AddTask($"Make {modality} {Platform.Requests.Count}", definition => definition.Modality = modality);
        script(task);
        AIFunction function = await Client.Tasks.GetAIFunctionAsync(task.Id, options);
        return await function.InvokeAsync();
    }

    private static LimitedFunction Limit(AIFunction translate, int calls) => new(translate, calls);

    private static async Task<ChatResponse> AskAsync(TaskPlatformClient client, IChatClient chat, Guid taskId, List<ChatMessage> messages)
    {
        // docs: function
        AIFunction translate = await client.Tasks.GetAIFunctionAsync(taskId);

        ChatResponse response = await chat.GetResponseAsync(messages, new ChatOptions { Tools = [translate] });
        // docs: end
        return response;
    }

    private static async Task<string> ApproveAsync(IChatClient chat, List<ChatMessage> messages, ChatOptions options, Func<ToolApprovalRequestContent, bool> ask)
    {
        // docs: function-approval
        ChatResponse response = await chat.GetResponseAsync(messages, options);
        while (response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().ToList() is [_, ..] requests)
        {
            messages.AddMessages(response);
            messages.Add(new ChatMessage(ChatRole.User, [.. requests.Select(request => request.CreateResponse(ask(request)))]));
            response = await chat.GetResponseAsync(messages, options);
        }

        // docs: end
        return response.Text;
    }

    private static IChatClient Chat(string function, params (string Name, object? Value)[] arguments) =>
        new ChatClientBuilder(new ScriptedModel(function, arguments.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal)))
            .UseFunctionInvocation()
            .Build();
}

// docs: function-limit
internal sealed class LimitedFunction(AIFunction inner, int calls) : DelegatingAIFunction(inner)
{
    private int left = calls;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref left) >= 0
            ? base.InvokeCoreAsync(arguments, cancellationToken)
            : throw new InvalidOperationException("No more runs in this conversation.");
}

// docs: end
