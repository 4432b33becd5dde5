using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.AI;
using Xunit;

namespace DocsCode;

public sealed class FunctionTests : PageTest
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
    }

    private static async Task<ChatResponse> AskAsync(TaskPlatformClient client, IChatClient chat, Guid taskId, List<ChatMessage> messages)
    {
        // docs: function
        AIFunction translate = await client.Tasks.GetAIFunctionAsync(taskId);

        ChatResponse response = await chat.GetResponseAsync(messages, new ChatOptions { Tools = [translate] });
        // docs: end
        return response;
    }

    private static IChatClient Chat(string function, params (string Name, object? Value)[] arguments) =>
        new ChatClientBuilder(new ScriptedModel(function, arguments.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal)))
            .UseFunctionInvocation()
            .Build();
}
