using Anthropic;
using Anthropic.Models.Messages;
using BenchmarkDotNet.Attributes;
using OpenAI.Chat;
using RestSharp;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Files;

/// <summary>A run with one file from disk.</summary>
public class SendFile
{
    internal const int Largest = 256 * 1024 * 1024;

    private const string Text = "Hello world, how are you";
    private const string Language = "Spanish";

    private string path = "";
    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;
    private ChatClient openAI = null!;
    private AnthropicClient anthropic = null!;
    private RestClient restSharp = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [Params(256 * 1024, 33 * 1024 * 1024, Largest)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Open()
    {
        path = TemporaryFile.Create(Size);
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
        openAI = Contestants.OpenAI(Wire);
        anthropic = Contestants.Anthropic(Wire);
        restSharp = Contestants.RestSharp(Wire);
    }

    [GlobalCleanup]
    public void Close()
    {
        direct.Dispose();
        anthropic.Dispose();
        restSharp.Dispose();
        File.Delete(path);
    }

    /// <summary>The same base64 bytes, copied by hand in pieces.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten() => await handWritten.RunAsync(Addresses.Task, new HandWrittenUpload(path));

    [Benchmark]
    public async Task<object> Direct() => await direct.Tasks.RunAsync(Addresses.Task, new RunTaskRequest
    {
        Input = { ["text"] = Text, ["language"] = Language },
        Files = [TaskFile.FromPath(path, "photo.bin")],
    });

    /// <summary>What most people write: the whole file read, and encoded by the serializer.</summary>
    [Benchmark]
    public async Task<object> WholeInMemory() => await handWritten.RunAsync(Addresses.Task, await RequestAsync());

    [Benchmark]
    public async Task<object> OpenAI()
    {
        var image = BinaryData.FromBytes(await File.ReadAllBytesAsync(path));
        return (await openAI.CompleteChatAsync(new UserChatMessage(
            ChatMessageContentPart.CreateTextPart($"Translate {Text} into {Language}"),
            ChatMessageContentPart.CreateImagePart(image, "image/png")))).Value;
    }

    [Benchmark]
    public async Task<object> Anthropic()
    {
        string image = Convert.ToBase64String(await File.ReadAllBytesAsync(path));
        return await anthropic.Messages.Create(new MessageCreateParams
        {
            MaxTokens = 1024,
            Model = Contestants.Model,
            Messages =
            [
                new UserMessageParam(new List<ContentBlockParam>
                {
                    new TextBlockParam($"Translate {Text} into {Language}"),
                    new ImageBlockParam(new Base64ImageSource { Data = image, MediaType = MediaType.ImagePng }),
                }),
            ],
        });
    }

    [Benchmark]
    public async Task<object> RestSharp() =>
        (await restSharp.PostAsync<HandWrittenRun>(Contestants.RestSharpRun(await RequestAsync())))!;

    private async Task<HandWrittenRunRequest> RequestAsync() => new(
        new HandWrittenInput(Text, Language), TaskFiles: [new HandWrittenFile("photo.bin", await File.ReadAllBytesAsync(path))]);
}
