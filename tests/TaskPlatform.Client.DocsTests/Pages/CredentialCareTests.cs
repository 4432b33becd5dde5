using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class CredentialCareTests : PageTest
{
    [Fact]
    public async Task A_credential_of_your_own_is_told_which_token_was_refused()
    {
        FakeTask task = Platform.AddTask("Greet");
        Platform.AddAccessToken("first");
        var vault = new Vault(Platform);
        using TaskPlatformClient client = WithCredential(new VaultCredential(vault));
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        Platform.RevokeTokens();

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        vault.Asked.Should().Equal(false, true);
        Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Authorization).Should().Equal("Bearer first", "Bearer first", "Bearer second");
        task.Runs.Should().HaveCount(2);
    }

    [Fact]
    public async Task Many_calls_ask_for_one_token_and_a_refused_one_is_renewed_once()
    {
        FakeTask task = Platform.AddTask("Greet");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken)));
        Platform.TokensIssued.Should().Be(1);
        Platform.RevokeTokens();
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), new RequestOptions { MaxAttempts = 1 }, TestContext.Current.CancellationToken);

        Platform.TokensIssued.Should().Be(2);
        run.Response!.Attempts.Select(attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Unauthenticated, AttemptOutcome.Answered);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_sent_once()
    {
        FakeTask task = Platform.AddTask("Greet");
        using TaskPlatformClient client = WithCredential(TaskPlatformCredential.ApiKey("revoked"));

        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest());

        await run.Should().ThrowAsync<TaskPlatformAuthenticationException>();
        Platform.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_that_has_ended_is_refused_before_anything_is_sent()
    {
        using TaskPlatformClient client = WithCredential(TaskPlatformCredential.AccessToken("old", DateTimeOffset.UtcNow.AddMinutes(-1)));

        Func<Task> run = () => client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest());

        await run.Should().ThrowAsync<TaskPlatformAuthenticationException>().WithMessage("*so nothing was sent*");
        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_form_carries_the_secret_when_that_is_asked_for()
    {
        FakeTask task = Platform.AddTask("Greet");

        using (TaskPlatformClient client = Platform.CreateClient(SendSecretInForm))
        {
            await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        }

        FakeRequest asked = Platform.RequestsFor(FakeOperation.Token).Should().ContainSingle().Subject;
        asked.Authorization.Should().BeNull();
        asked.Text.Should().Be($"grant_type=client_credentials&scope=offline_access&client_id={Platform.ClientId}&client_secret={Platform.ClientSecret}");
    }

    [Fact]
    public void Two_credentials_are_one_too_many_and_a_line_end_is_no_part_of_a_key()
    {
        Action two = () => new TaskPlatformClient(new TaskPlatformClientOptions { ApiKey = "key", ClientId = "id", ClientSecret = "secret" }).Dispose();
        Action lineEnd = () => TaskPlatformCredential.ApiKey("key\n");

        two.Should().Throw<ArgumentException>();
        lineEnd.Should().Throw<ArgumentException>().WithMessage("*read from a file together with the line's end*");
        TaskPlatformCredential.ApiKey("key").ToString().Should().NotContain("key");
        new BearerToken("secret").ToString().Should().Be("***");
    }

    private TaskPlatformClient WithCredential(TaskPlatformCredential credential) => Platform.CreateClient(options =>
        (options.ClientId, options.ClientSecret, options.Credential) = (null, null, credential));

    private static void SendSecretInForm(TaskPlatformClientOptions options)
    {
        // docs: secret-in-form
        options.ClientAuthentication = ClientAuthentication.Form;     // Basic is the default
        options.Scopes = ["offline_access"];                          // none is sent by default

        // docs: end
    }
}

public sealed class Vault(FakeTaskPlatform platform)
{
    public IList<bool> Asked { get; } = [];

    public Task<(string Token, DateTimeOffset End)> ReadAsync(bool afresh, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(afresh);
        if (afresh)
        {
            platform.AddAccessToken("second");
        }

        return Task.FromResult((afresh ? "second" : "first", DateTimeOffset.UtcNow.AddHours(1)));
    }
}

// docs: own-credential
public sealed class VaultCredential(Vault vault) : TaskPlatformCredential
{
    protected override async ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        bool afresh = context.RefusedToken is not null;     // the platform has just refused what the vault gave last
        (string token, DateTimeOffset end) = await vault.ReadAsync(afresh, cancellationToken);
        return new BearerToken(token, end);
    }
}

// docs: end
