using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.AI;

public sealed class TaskFunctionInChatTests : IDisposable
{
    private readonly FunctionLab lab = new();
    private readonly FakeTask task;

    public TaskFunctionInChatTests()
    {
        task = lab.Add(modality: "text");
        task.Answer("Hola");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_is_asked_before_a_run_is_paid_for(bool approve)
    {
        using IChatClient chat = Chat();
        var options = new ChatOptions { Tools = [lab.Client.Tasks.AsAIFunction(FunctionLab.Definition(task))] };
        List<ChatMessage> messages = [new(ChatRole.User, "Translate it.")];

        ChatResponse first = await chat.GetResponseAsync(messages, options, Token);

        ToolApprovalRequestContent request = first.Messages.SelectMany(static message => message.Contents).OfType<ToolApprovalRequestContent>().Should().ContainSingle().Subject;
        lab.Platform.Requests.Should().BeEmpty();

        messages.AddRange(first.Messages);
        messages.Add(new(ChatRole.User, [request.CreateResponse(approve)]));
        ChatResponse second = await chat.GetResponseAsync(messages, options, Token);

        lab.Platform.ExecutedRuns.Should().Be(approve ? 1 : 0);
        (second.Text == "Hola").Should().Be(approve);
    }

    [Fact]
    public async Task Without_approval_the_model_gets_the_answer_at_once()
    {
        using IChatClient chat = Chat();

        ChatResponse response = await chat.GetResponseAsync("Translate it.", new ChatOptions { Tools = [lab.Function(task)] }, Token);

        response.Text.Should().Be("Hola");
        task.Runs.Should().ContainSingle().Which.Inputs.ToJsonString().Should().Be("""{"text":"Hello","language":"Spanish"}""");
    }

    private static IChatClient Chat() => new ChatClientBuilder(new ScriptedModel("Translate", new(StringComparer.Ordinal) { ["text"] = "Hello", ["language"] = "Spanish" }))
        .UseFunctionInvocation()
        .Build();
}
