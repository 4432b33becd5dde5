using Anthropic;
using Anthropic.Models.Messages;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;
using RestSharp;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>One run with two variables and an answer of 0.8 KB: the request is made, sent, and its answer read.</summary>
public class RunTask
{
    private const string Text = "Hello world, how are you";
    private const string Language = "Spanish";

    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;
    private ServiceProvider services = null!;
    private TaskPlatformClient registered = null!;
    private ChatClient openAI = null!;
    private AnthropicClient anthropic = null!;
    private RestClient restSharp = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [GlobalSetup]
    public void Open()
    {
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
        services = Contestants.Registered(Wire);
        registered = services.GetRequiredService<TaskPlatformClient>();
        openAI = Contestants.OpenAI(Wire);
        anthropic = Contestants.Anthropic(Wire);
        restSharp = Contestants.RestSharp(Wire);
    }

    [GlobalCleanup]
    public void Close()
    {
        direct.Dispose();
        services.Dispose();
        anthropic.Dispose();
        restSharp.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten() =>
        await handWritten.RunAsync(Addresses.Task, new HandWrittenRunRequest(new HandWrittenInput(Text, Language), "order-42"));

    [Benchmark]
    public async Task<object> Direct() => await RunAsync(direct);

    [Benchmark]
    public async Task<object> Registered() => await RunAsync(registered);

    [Benchmark]
    public async Task<object> OpenAI() =>
        (await openAI.CompleteChatAsync(new UserChatMessage($"Translate {Text} into {Language}"))).Value;

    [Benchmark]
    public async Task<object> Anthropic() => await anthropic.Messages.Create(new MessageCreateParams
    {
        MaxTokens = 1024,
        Model = Contestants.Model,
        Messages = [new UserMessageParam($"Translate {Text} into {Language}")],
    });

    [Benchmark]
    public async Task<object> RestSharp() =>
        (await restSharp.PostAsync<HandWrittenRun>(Contestants.RestSharpRun(new HandWrittenRunRequest(new HandWrittenInput(Text, Language), "order-42"))))!;

    private static Task<TaskRun> RunAsync(TaskPlatformClient client) => client.Tasks.RunAsync(Addresses.Task, new RunTaskRequest
    {
        Input = { ["text"] = Text, ["language"] = Language },
        Reference = "order-42",
    });
}
