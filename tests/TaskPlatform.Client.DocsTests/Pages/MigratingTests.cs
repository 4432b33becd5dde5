using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

/// <summary>Each call by hand and with the client: the platform receives the same.</summary>
public sealed class MigratingTests : PageTest
{
    private readonly HttpClient http;
    private readonly string project;

    public MigratingTests()
    {
        http = new HttpClient(Platform, disposeHandler: false) { BaseAddress = Platform.CreateOptions().BaseAddress };
        project = $"org/{Platform.OrganizationId}/project/{Platform.ProjectId}";
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token()
    {
        await LogInAsync();
        TaskPlatformClientOptions options = WithClient.Options(Platform.OrganizationId, Platform.ProjectId, Platform.ClientId, Platform.ClientSecret);
        (options.BaseAddress, options.TokenEndpoint) = (Platform.CreateOptions().BaseAddress, Platform.CreateOptions().TokenEndpoint);
        using var client = new TaskPlatformClient(options, Platform);
        await client.GetCallerAsync(Token);

        Same(FakeOperation.Token);
        Platform.RequestsFor(FakeOperation.Token).Select(static request => request.Authorization).Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_and_its_activation()
    {
        FakeTask first = AddTranslate();
        FakeTask second = Platform.AddTask("Translate too", static task => task.UserPrompt = "Translate {text}");
        await LogInAsync();

        Guid made = await ByHand.UpdateAsync(http, project, first.Id);
        TaskUpdateResult updated = await WithClient.UpdateAsync(Client, second.Id);

        (first.Revisions[1].IsActive, second.Revisions[1].IsActive).Should().Be((true, true));
        (made, updated.NewRevisionId).Should().Be((first.Revisions[1].Id, second.Revisions[1].Id));
        string[] bodies = [.. Platform.RequestsFor(FakeOperation.UpdateTask).Select(static request => request.Text)];
        bodies[0].Should().Be(bodies[2]).And.Be("""{"user_prompt":"Translate {text} into {language}","annotation":null}""");
    }

    [Fact]
    public async Task A_run()
    {
        FakeTask task = AddTranslate();
        task.Answer(new JsonObject { ["text"] = "Hola", ["language"] = "es" });
        await LogInAsync();

        (await ByHand.RunAsync(http, project, task.Id)).Should().Be(("Hola", 1m));
        (await WithClient.RunAsync(Client, task.Id)).Should().Be(("Hola", 1m));

        Same(FakeOperation.RunTask);
    }

    [Fact]
    public async Task Files_in_and_out()
    {
        FakeTask task = Platform.AddTask("Redraw", static definition => (definition.Modality, definition.FileInputMode) = ("image", "any"));
        task.AnswerFile(new FakeFile("poster.png", "a picture"));
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "photo.png");
        await File.WriteAllTextAsync(path, "a photo", Token);
        await LogInAsync();

        await ByHand.SendFileAsync(http, project, task.Id, path, Path.Combine(folder, "1.png"));
        await WithClient.SendFileAsync(Client, task.Id, path, Path.Combine(folder, "2.png"));

        Same(FakeOperation.RunTask);
        foreach (string name in (string[])["1.png", "2.png"])
        {
            (await File.ReadAllTextAsync(Path.Combine(folder, name), Token)).Should().Be("a picture");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"detail":[{"loc":["body","task_input"],"msg":"Field required","type":"missing"}]}""", "422: Field required", "422: body.task_input: Field required")]
    [InlineData(HttpStatusCode.Forbidden, """{"detail":{"reason":"PERMISSION_CHECK_FAILED","message":"No."}}""", "403: No.", "403: No.")]
    [InlineData(HttpStatusCode.BadGateway, "<html>Bad gateway</html>", "502: ", "502: ")]
    public async Task An_error(HttpStatusCode status, string body, string byHand, string withClient)
    {
        FakeTask task = AddTranslate();
        await LogInAsync();
        Platform.RespondNext(FakeOperation.RunTask, status, body, times: 2);

        (await ByHand.ExplainAsync(http, project, task.Id)).Should().Be(byHand);
        (await WithClient.ExplainAsync(Client, task.Id)).Should().Be(withClient);
    }

    [Fact]
    public async Task Repeats()
    {
        FakeTask task = AddTranslate();
        await LogInAsync();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero, times: 2);
        await ByHand.RepeatAsync(http, project, task.Id);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero, times: 2);
        await WithClient.RunAsync(Client, task.Id);

        task.Runs.Should().HaveCount(2);
        Platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(6);
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }

    private Task LogInAsync() => ByHand.LogInAsync(http, Platform.CreateOptions().TokenEndpoint, Platform.ClientId, Platform.ClientSecret);

    private void Same(FakeOperation operation) =>
        Platform.RequestsFor(operation).Select(static request => $"{request.Method} {request.PathAndQuery} {request.Text}").Distinct(StringComparer.Ordinal).Should().ContainSingle();
}
