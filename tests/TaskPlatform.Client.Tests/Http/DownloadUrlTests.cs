using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A link to a file may be a model's own text: only one that stays under the project's address is used.</summary>
public sealed class DownloadUrlTests
{
    private const string OtherProject = "0195d207-0000-d03d-cfdc-7ee4d2f9e1aa";

    public static TheoryData<string> Inside =>
    [
        "/{project}/task/{task}/run/{run}/file/a%20b.png",
        "{project}/task/{task}/run/{run}/file/a%20b.png",
        "{base}{project}/task/{task}/run/{run}/file/a%20b.png",
        "/{project}/task/{task}/run/{run}/file/../file/a%20b.png",
        "/{project}/task/{task}/./run/{run}/file/a%20b.png",
    ];

    // What is asked for, and what the refusal names.
    public static TheoryData<string, string> Outside => new()
    {
        { "https://evil.example/api/v1/{project}/file", "https://evil.example" },
        { "http://evil.example/{project}", "http://evil.example" },
        { "//evil.example/api/v1/{project}/x", "evil.example" },
        { "///evil.example/x", "download_url" },
        { "\\\\evil.example\\x", "evil.example" },
        { "/\\evil.example/x", "download_url" },
        { "https://{authority}/api/v1/{project}/x", "https://{authority}" },
        { "http://127.0.0.1:1/api/v1/{project}/x", "http://127.0.0.1:1" },
        { "http://user:pass@{authority}/api/v1/{project}/x", "{authority}" },
        { "http://{authority}@evil.example/api/v1/{project}/x", "evil.example" },
        { "{base}org/{org}/project/" + OtherProject + "/task/x", "{authority}" },
        { "/org/{org}/project/" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/../" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/%2e%2e/" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/.%2E/" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/task/..%2f..%2f" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/task/..%5c..%5c" + OtherProject, "{authority}" },
        { "/{project}/task\\..\\..\\" + OtherProject, "{authority}" },
        { "/{project}/%252e%252e/" + OtherProject + "/task/x", "{authority}" },
        { "/{project}/task/%252e%252e%252f%252e%252e%252f" + OtherProject, "{authority}" },
        { "{base}../../{project}/x", "{authority}" },
        { "/whoami", "{authority}" },
        { "/{project}", "{authority}" },
        { "/{project}evil/x", "{authority}" },
        { "javascript:alert(1)", "javascript:" },
        { "data:text/plain,x", "data:" },
        { "file:///etc/passwd", "file:" },
        { "ftp://evil.example/x", "ftp://evil.example" },
        { "http://", "download_url" },
        { "http://[", "download_url" },
        { "   ", "download_url" },
        { "?x=1", "download_url" },
        { "#x", "download_url" },
        { "half\ufffda", "download_url" },
    };

    [Theory]
    [MemberData(nameof(Inside))]
    public async Task A_link_inside_of_the_project_is_followed_with_the_bearer(string link)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [7], "image/png");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(Run(live), new RunFile { StoredFilename = "n", DownloadUrl = Fill(live, link) }, TestContext.Current.CancellationToken);

        content.ReadByte().Should().Be(7);
        FakeRequest received = live.Platform.Requests.Single();
        received.PathAndQuery.Should().Be(live.FilePath + "a%20b.png");
        received.Authorization.Should().Be("Bearer " + live.Platform.ApiKey);
    }

    [Fact]
    public async Task A_query_is_kept()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [7], "image/png");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(Run(live), new RunFile { DownloadUrl = Fill(live, "/{project}/task/{task}/run/{run}/file/a.png?inline=false&x=%2e") }, TestContext.Current.CancellationToken);

        live.Platform.Requests.Single().Query.Should().Be("?inline=false&x=.");
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task A_link_outside_of_the_project_is_refused_and_nothing_is_sent(string link, string named)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            live.Client.Tasks.OpenFileAsync(Run(live), new RunFile { StoredFilename = "n", DownloadUrl = Fill(live, link) }, TestContext.Current.CancellationToken));

        failure.Should().BeOfType<TaskPlatformException>();
        failure.Message.Should().Contain("download_url").And.Contain("nothing was sent").And.Contain(Fill(live, named)).And.NotContain("pass");
        failure.TaskId.Should().Be(live.Task.Id);
        failure.RunId.Should().Be(live.RunId);
        failure.Attempts.Should().BeEmpty();
        live.Platform.Requests.Should().BeEmpty("not even a token is asked for");
    }

    [Fact]
    public async Task An_empty_link_is_none()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [7], "image/png");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(Run(live), new RunFile { StoredFilename = "n.png", DownloadUrl = "" }, TestContext.Current.CancellationToken);

        live.Platform.Requests.Single().PathAndQuery.Should().Be(live.FilePath + "n.png");
    }

    private static TaskRun Run(ConnectedClient live) => new() { Id = live.RunId, TaskId = live.Task.Id };

    private static string Fill(ConnectedClient live, string link) => link
        .Replace("{base}", live.BaseAddress.AbsoluteUri, StringComparison.Ordinal)
        .Replace("{authority}", live.BaseAddress.Authority, StringComparison.Ordinal)
        .Replace("{project}", $"org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}", StringComparison.Ordinal)
        .Replace("{org}", $"{live.Platform.OrganizationId}", StringComparison.Ordinal)
        .Replace("{task}", $"{live.Task.Id}", StringComparison.Ordinal)
        .Replace("{run}", $"{live.RunId}", StringComparison.Ordinal);
}
