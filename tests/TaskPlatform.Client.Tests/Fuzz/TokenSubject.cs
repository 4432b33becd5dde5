using System.Net;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Answers of the token endpoint, each to a client of its own: a call goes out with a token, or not at all.</summary>
internal sealed class TokenSubject : FuzzSubject
{
    private static readonly int[] Statuses = [200, 200, 200, 200, 200, 201, 204, 299, 302, 400, 401, 403, 404, 429, 500, 502, 503];
    private static readonly byte[] Run = [.. "{\"id\":\"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa\",\"response\":\"Hello\"}"u8];

    private protected override async Task<string> CallAsync(FuzzCase one)
    {
        var status = (HttpStatusCode)TreeMutator.One(Statuses, one.Random);
        int calls = 0;
        string? bearer = null;
        string? rotated = null;
        using var handler = new AnsweringHandler(request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                return Answer(one, status);
            }

            calls++;
            bearer = request.Headers.Authorization is { Scheme: "Bearer", Parameter: var token } ? token : null;
            return new HttpResponseMessage { Content = new ByteArrayContent(Run) };
        });
        TaskPlatformClientOptions options = Options();
        options.Credential = one.Random.Next(2) == 0
            ? TaskPlatformCredential.ClientCredentials("fuzz", FuzzSeeds.ClientSecret)
            : TaskPlatformCredential.RefreshToken("refresh-1", "fuzz", FuzzSeeds.ClientSecret, next =>
            {
                rotated = next;
                return default;
            });
        await using var client = new TaskPlatformClient(options, handler);
        try
        {
            await client.Tasks.RunAsync(SomeId, new RunTaskRequest());
            Require(one, calls == 1 && !string.IsNullOrEmpty(bearer), "A call went out without a token.");
            Require(one, (int)status is >= 200 and < 300, $"Status {(int)status} gave a token.");
            return rotated is null ? "token" : "token, rotated";
        }
        catch (TaskPlatformAuthenticationException failure)
        {
            Require(one, calls == 0, "A call went out although there was no token.");
            string told = failure.Message + failure.InnerException?.Message;
            Require(one, !told.Contains(FuzzSeeds.ClientSecret, StringComparison.Ordinal) && !told.Contains("refresh-1", StringComparison.Ordinal), "A secret stands in the text.");
            Require(one, failure.Message.Length < 2_000, "The text is too long.");
            Require(one, failure.InnerException is null or TaskPlatformException, $"The cause is a {failure.InnerException?.GetType()}.");
            return Checked(one, failure.InnerException is TaskPlatformApiException { StatusCode: not null } ? "refused" : "no token", failure, serialized: false);
        }
    }
}
