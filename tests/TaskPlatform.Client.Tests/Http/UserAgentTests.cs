using System.Collections.Concurrent;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>How requests introduce themselves, token requests included.</summary>
public sealed class UserAgentTests
{
    private static readonly string Library = "TaskPlatform.Client/" + typeof(TaskPlatformClient).Assembly.GetName().Version!.ToString(3);

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("Acme Shop 1.2~", " (Acme Shop 1.2~)")]
    [InlineData("a (b\\c)", " (a _b_c_)")]
    public async Task Names_the_library_its_version_and_the_application(string? application, string comment)
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Say something", static definition => definition.UserPrompt = "Say something");
        TaskPlatformClientOptions options = platform.CreateOptions();
        options.ApplicationName = application;
        using var reading = new ReadingHandler(platform);
        using var client = new TaskPlatformClient(options, reading);

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        reading.Seen.Should().Equal(Library + comment, Library + comment);
    }

    private sealed class ReadingHandler(HttpMessageHandler platform) : DelegatingHandler(platform)
    {
        internal ConcurrentQueue<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Enqueue(request.Headers.NonValidated["User-Agent"].ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
