using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed partial class PrivacyTests : PageTest
{
    private const string Page = "docs/privacy.md";

    private readonly RunTaskRequest request = new() { Input = { ["text"] = "m4rk3r input", ["language"] = "Spanish" }, Reference = "order-42" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_of_the_host_sees_everything_but_the_bearer()
    {
        FakeTask task = AddTranslate();
        List<string> seen = [];
        await using ServiceProvider provider = Watch(new ServiceCollection(), seen, Configure);

        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, request, Token);

        seen.Should().ContainSingle("a token request goes past it").Which.Should().EndWith("OK, authorization: none").And.Contain("/run");
        Platform.RequestsFor(FakeOperation.RunTask).Single().Authorization.Should().StartWith("Bearer ");
    }

    [Fact]
    public async Task The_secret_goes_to_the_token_endpoint_and_the_bearer_to_the_API()
    {
        FakeTask task = Platform.AddTask("Draw", static definition => definition.Modality = "image");
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest { ReportingGroup = "acme" }, Token);
        Platform.RespondNext(FakeOperation.DownloadFile, static _ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://store.test/picture") } });
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, "a picture", "image/png");

        await using Stream file = await Client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Tenant"] = "acme" } }, Token);

        string secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Platform.ClientId}:{Platform.ClientSecret}"));
        Platform.Requests.Where(received => received.Headers.Values.Any(value => value.Contains(secret, StringComparison.Ordinal)) || received.Text.Contains(Platform.ClientSecret, StringComparison.Ordinal))
            .Should().ContainSingle().Which.Operation.Should().Be(FakeOperation.Token);
        Platform.RequestsFor(FakeOperation.Token).Single().Text.Should().Be("grant_type=client_credentials");
        FakeRequest store = Platform.Requests.Should().ContainSingle(received => received.Uri.Host == "store.test").Subject;
        (store.Authorization, store.Headers.ContainsKey("X-Tenant"), store.Headers.ContainsKey("User-Agent")).Should().Be((null, false, true));
        Platform.RequestsFor(FakeOperation.RunTask).Single().Query.Should().Be("?reporting_group=acme", "it stands in the address");
    }

    [Fact]
    public async Task The_log_says_what_the_page_shows_and_no_more()
    {
        FakeTask task = Platform.AddTask("Draw", static definition => definition.Modality = "image");
        List<string> lines = [];
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new KeptLines(lines)));
        using TaskPlatformClient client = Platform.CreateClient(options => (options.LoggerFactory, options.Retry.BaseDelay) = (factory, TimeSpan.Zero));

        TaskRun run = await client.Tasks.RunAsync(task.Id, request with { ReportingGroup = "acme" }, Token);
        await using Stream file = await client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, Token);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.InternalServerError, """{"detail":"m4rk3r input"}""");
        await Record.ExceptionAsync(() => client.Tasks.RunAsync(task.Id, request, Token));

        lines.Select(Neutral).Should().Equal(Shown(0));
    }

    [Fact]
    public async Task The_run_log_holds_what_the_page_shows()
    {
        FakeTask task = AddTranslate();
        string path = Path.GetTempFileName();
        await using (JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(path, Token))
        {
            await foreach (RunOutcome outcome in Client.Tasks.RunManyAsync(task.Id, [request], new RunManyOptions { Log = log }, Token))
            {
                outcome.IsSuccess.Should().BeTrue();
            }
        }

        (await File.ReadAllLinesAsync(path, Token)).Select(Neutral).Should().Equal(Shown(1));
        File.Delete(path);
    }

    [Fact]
    public async Task Exceptions_hold_the_servers_words_but_no_secret_and_not_what_was_sent()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, received => new HttpResponseMessage(HttpStatusCode.UnprocessableEntity)
        {
            Content = new StringContent($$$"""{"detail":[{"loc":["body","task_input","text"],"msg":"Not with {{{received.Authorization}}}","type":"t","input":"m4rk3r input","ctx":{"error":"m4rk3r"}}]}"""),
        });

        TaskPlatformValidationException failure = (await FluentActions.Awaiting(() => Client.Tasks.RunAsync(task.Id, request, Token)).Should().ThrowAsync<TaskPlatformValidationException>()).Which;

        failure.ToString().Should().NotContain("m4rk3r").And.Contain("body.task_input.text").And.Contain("Not with Bearer ***");
        failure.Body.Should().Contain("m4rk3r input", "the body is kept apart from the text").And.Contain("Bearer ***");

        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadRequest, """{"detail":{"reason":"BAD","message":"I don't like 'm4rk3r input'."}}""");
        (await FluentActions.Awaiting(() => Client.Tasks.RunAsync(task.Id, request, Token)).Should().ThrowAsync<TaskPlatformValidationException>()).Which
            .Message.Should().Contain("m4rk3r input", "a server that quotes what it was sent is repeated, up to 300 characters");
    }

    [Fact]
    public async Task Mistakes_name_the_member_and_not_the_value()
    {
        FakeTask task = AddTranslate();
        string value = string.Concat(Enumerable.Repeat("m4rk3r", 50));

        string text = (await FluentActions.Awaiting(() => Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Annotation = value }, Token)).Should().ThrowAsync<ArgumentException>()).Which.ToString();

        text.Should().NotContain("m4rk3r");
        string shown = text.Split('\n')[0];
        Document.Read(Page).Text.Should().Contain(shown[(shown.IndexOf(": ", StringComparison.Ordinal) + 2)..shown.IndexOf(" (Parameter", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Text_forms_hide_what_serializing_shows()
    {
        FakeTask task = AddTranslate();
        task.Answer(new JsonObject { ["text"] = "m4rk3r output", ["language"] = "es" });
        TaskDefinition read = await Client.Tasks.GetAsync(task.Id, Token);
        TaskRun run = await Client.Tasks.RunAsync(task.Id, request, Token);

        foreach (object? each in (object?[])[request, run, run.Output, read, read.AccessToken, TaskPlatformCredential.ApiKey("m4rk3r"), TaskFile.FromBytes("f.txt", "m4rk3r"u8.ToArray()), new BearerToken("m4rk3r")])
        {
            each!.ToString().Should().NotContain("m4rk3r").And.NotContain(task.AccessToken);
        }

        read.AccessToken!.Value.Reveal().Should().Be(task.AccessToken);
        JsonSerializer.Serialize(read).Should().Contain(task.AccessToken, "JSON is where it travels");
        JsonSerializer.Serialize(run).Should().Contain("m4rk3r output");
    }

    private void Configure(TaskPlatformClientOptions options)
    {
        TaskPlatformClientOptions usual = Platform.CreateOptions();
        (options.BaseAddress, options.TokenEndpoint) = (usual.BaseAddress, usual.TokenEndpoint);
        (options.OrganizationId, options.ProjectId, options.ClientId, options.ClientSecret) = (usual.OrganizationId, usual.ProjectId, usual.ClientId, usual.ClientSecret);
    }

    private ServiceProvider Watch(ServiceCollection services, ICollection<string> seen, Action<TaskPlatformClientOptions> configure)
    {
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => Platform));

        // docs: privacy-handler
        services.AddTaskPlatformClient(configure).AddHttpMessageHandler(() => new WatchingHandler(seen));

        // docs: end
        return services.BuildServiceProvider();
    }

    private static string[] Shown(int block) => Document.Read(Page).Blocks().Where(static one => one.Language == "text").ElementAt(block).Code.Split('\n');

    private static string Neutral(string line) => Time().Replace(Hash().Replace(Millis().Replace(Id().Replace(line, "{id}"), "${word} {ms} ms"), "{sha256}"), "{time}");

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(?<word>in|after) [0-9]+ ms", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Millis();

    [GeneratedRegex("[0-9A-F]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"[0-9-]{10}T[0-9:.]+\+00:00", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}

// docs: privacy-handler
internal sealed class WatchingHandler(ICollection<string> seen) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        seen.Add($"{request.Method} {request.RequestUri} {answer.StatusCode}, authorization: {request.Headers.Authorization?.ToString() ?? "none"}");
        return answer;
    }
}

// docs: end
