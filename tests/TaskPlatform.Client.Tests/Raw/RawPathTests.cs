using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Raw;

/// <summary>Whatever path is given, the call and its bearer stay within the project.</summary>
public sealed class RawPathTests : IDisposable
{
    private static readonly string[] Pieces =
        [".", "..", "/", "//", "\\", "%2e", "%2E%2e", "%252e", "%2f", "%5c", "%255c", "@", "#", "?", ":", ";", " ", "%20", "%0d%0a", "\r\n", "%", "%c0%ae", "a", "task", "=", "&", "\u3002", "https:", "evil.example"];

    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;

    public RawPathTests() => client = platform.CreateClient(static options => options.Retry.MaxAttempts = 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Project => $"https://taskplatform.test/api/v1/org/{platform.OrganizationId}/project/{platform.ProjectId}/";

    public static TheoryData<string> Refused =>
    [
        "", "?x=1", "/task", "//evil.example/task", "///task", "task//run", "https://evil.example/task", "http:task", "HTTPS:\\\\evil.example", "javascript:1",
        "..", ".", "../task", "task/..", "task/../../x", "task/./x", "./task", "...", "%2e%2e/x", "%2E%2e", "task/%2e%2E/x", ".%2e/x", "task/%252e%252e/x", "task/%25252e./x",
        "task%2f..%2fx", "task%2F%2E%2E%2Fx", "task%252f..%252fx", "..;/x", "..;a=b/x", "%2e%2e;/x", "task/..%20/x", "task/%20../x",
        "\\evil", "task\\..\\x", "task%5c..%5cx", "task%255cx", "task%5Cx", "@evil.example", "user@evil.example/x", "task@", "task?to=a@b", "task#top", "task?x=1#top", "#",
        "task\r\nX-Injected: 1", "task%0d%0aX", "task%0AX", "task?x=\r\n", "task\tx", "task\0", "task%00", "task x", "täsk", "task?x=ä", "\uFF0E\uFF0E/x", "task\u2215x",
        "task%", "task%2", "task%zz", "task?x=%", "task%c0%ae", "task/%c0%ae%c0%ae/x", "task/%ff", "task|x", "task?x={y}", "task/<x>", "task\"x", "^", "task`x",
    ];

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_path_that_could_lead_elsewhere_is_refused_before_anything_is_sent(string path)
    {
        ArgumentException failure = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, path, cancellationToken: Cancellation));

        failure.ParamName.Should().Be("path");
        failure.Message.Should().Contain("must lie under the project's address").And.Contain("Nothing was sent").And.NotContain("evil");
        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_know_its_project_yet_asks_nobody_for_it_either()
    {
        using TaskPlatformClient finding = platform.CreateClient(static options => (options.OrganizationId, options.ProjectId) = (null, null));

        await Assert.ThrowsAsync<ArgumentException>(() => finding.SendAsync(HttpMethod.Post, "../whoami", cancellationToken: Cancellation));
        platform.Requests.Should().BeEmpty();

        await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => finding.SendAsync(HttpMethod.Get, "nowhere", cancellationToken: Cancellation));
        platform.Requests[^1].Uri.AbsoluteUri.Should().Be(Project + "nowhere");
    }

    [Theory]
    [InlineData("task_forwarder")]
    [InlineData("task_forwarder?x=1")]
    [InlineData("document/a%20b/")]
    [InlineData("engine/heron-medium_1.5~x")]
    [InlineData("engine/vendor%2Fheron")]
    [InlineData("engine/50%25")]
    [InlineData("collection/x..y/.well-known/...a")]
    [InlineData("report?from=2026-01-01T00:00:00Z&to=%0D%0A&by=a%40b&path=../..//x&q=what?")]
    [InlineData("a;v=1,2/b(c)!$&'*+=")]
    public async Task A_path_that_stays_is_sent_as_it_is(string path)
    {
        await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => client.SendAsync(HttpMethod.Get, path, cancellationToken: Cancellation));

        FakeRequest sent = platform.RequestsFor(FakeOperation.Unknown).Should().ContainSingle().Which;
        sent.Uri.AbsoluteUri.Should().Be(Project + path);
        sent.Authorization.Should().StartWith("Bearer ");
    }

    // Whatever comes of throwing dangerous pieces together: refused, or still there after each unescaping.
    [Fact]
    public async Task No_mixture_of_dangerous_pieces_leads_out()
    {
        var random = new Random(26);
        int sent = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string path = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Exception? failure = await Record.ExceptionAsync(() => client.SendAsync(HttpMethod.Get, path, cancellationToken: Cancellation));
            if (failure is ArgumentException)
            {
                continue;
            }

            Uri address = platform.Requests[^1].Uri;
            address.AbsoluteUri.Should().StartWith(Project, path);
            (address.UserInfo, address.Fragment).Should().Be(("", ""), path);
            string way = address.AbsolutePath;
            for (int level = 0; level < 4; level++, way = Uri.UnescapeDataString(way))
            {
                new Uri(new Uri("https://taskplatform.test/"), way).AbsoluteUri.Should().StartWith(Project, path);
            }

            sent++;
        }

        sent.Should().BeGreaterThan(100, "else this looks for nothing");
    }
}
