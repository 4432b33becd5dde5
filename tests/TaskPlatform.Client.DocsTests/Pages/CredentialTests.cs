using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class CredentialTests : PageTest
{
    private string? stored;

    [Fact]
    public async Task Every_kind_of_credential_runs_a_task()
    {
        FakeTask task = Platform.AddTask("Greet");
        Platform.AddAccessToken("got-elsewhere");

        foreach (TaskPlatformCredential credential in Kinds(task.AccessToken, Platform.AddRefreshToken()))
        {
            TaskPlatformClientOptions options = Platform.CreateOptions();
            (options.ClientId, options.ClientSecret, options.Credential) = (null, null, credential);
            using var client = new TaskPlatformClient(options, Platform);
            await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        }

        task.Runs.Should().HaveCount(6);
        Platform.TokensIssued.Should().Be(2, "client credentials and the refresh token ask for one each");
        stored.Should().NotBeNull();
    }

    private TaskPlatformCredential[] Kinds(string taskToken, string refreshToken)
    {
        string clientId = Platform.ClientId;
        string clientSecret = Platform.ClientSecret;
        string apiKey = Platform.ApiKey;
        string jwt = "got-elsewhere";
        DateTimeOffset expiresAt = DateTimeOffset.UtcNow.AddHours(1);

        // docs: credentials
        TaskPlatformCredential[] kinds =
        [
            TaskPlatformCredential.ClientCredentials(clientId, clientSecret),                     // an OAuth client
            TaskPlatformCredential.RefreshToken(refreshToken, clientId, clientSecret, onRotated: StoreAsync),
            TaskPlatformCredential.ApiKey(apiKey),                                                // a key of the project
            TaskPlatformCredential.AccessToken(jwt, expiresAt),                                   // a user's token, got elsewhere
            TaskPlatformCredential.TaskToken(taskToken),                                          // runs this one task
            TaskPlatformCredential.FromCallback(GetTokenAsync),                                   // from your vault
        ];

        // docs: end
        return kinds;

        ValueTask StoreAsync(string rotated)
        {
            stored = rotated;
            return ValueTask.CompletedTask;
        }

        ValueTask<BearerToken> GetTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new BearerToken(jwt, expiresAt));
    }
}
