using System.Net;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Errors of every operation with every status: the exception of that status, its text bounded and without secrets.</summary>
internal sealed class ErrorSubject : FuzzSubject
{
    // 1,000 characters: 300 of the server's words, five places and kinds, a reason and a request id, each with its own limit.
    private const int LongestMessage = 1_400;
    private const int LongestBody = 16 * 1024;

    private static readonly int[] Statuses = [300, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422, 429, 431, 500, 501, 502, 503, 504, 520, 599];
    private static readonly string[] ContentTypes = ["application/json", "text/html", "application/json; charset=utf-16", "application/problem+json", "image/png", "nonsense", ";;;", "text/html; charset=\"", ""];
    private static readonly string[] Waits = ["0", "5", "-5", "1e9", "99999999999999999999", "soon", "Sun, 01 Mar 2026 12:00:30 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "", "5, 6"];
    private static readonly string[] RequestIds = ["req-7", "", " ", "\u00e9\u00ff", "\t", "a, b", FuzzSeeds.ApiKey, new('r', 5_000), "\u001b[31m"];

    private readonly TaskPlatformClient client;
    private FuzzCase? current;
    private int status;

    internal ErrorSubject() => client = Client(Options(), () => Failure(current!));

    private protected override async Task<string> CallAsync(FuzzCase one)
    {
        (current, status) = (one, TreeMutator.One(Statuses, one.Random));
        try
        {
            switch (one.Random.Next(4))
            {
                case 0:
                    await client.Tasks.UpdateAsync(SomeId, new UpdateTaskRequest { Description = "d" });
                    break;
                case 1:
                    await client.Agents.UpdateAsync(SomeId, new UpdateTaskAgentRequest { Description = "d" });
                    break;
                case 2:
                    await client.Tasks.RunAsync(SomeId, new RunTaskRequest());
                    break;
                default:
                    await (await client.Tasks.OpenFileAsync(SomeId, SomeId, "a.png")).DisposeAsync();
                    break;
            }
        }
        catch (TaskPlatformApiException failure)
        {
            return Held(one, failure);
        }

        throw new FuzzFailureException(one, $"Status {status} was taken for a success.");
    }

    private string Held(FuzzCase one, TaskPlatformApiException failure)
    {
        Require(one, failure.StatusCode == (HttpStatusCode)status && IsOfStatus(failure), $"Status {status} became {failure.GetType().Name}.");
        Require(one, failure.Message.Length <= LongestMessage, $"The text has {failure.Message.Length} characters.");
        Require(one, failure.Message.All(static letter => !char.IsControl(letter)), "A control character stands in the text.");
        Require(one, failure.Body is null or { Length: <= LongestBody }, "Too much of the body is kept.");
        Require(one, failure.ServerMessage is null or { Length: <= LongestBody }, "Too long a text is kept.");
        string?[] told = [failure.Reason, failure.ServerMessage, failure.Body, failure.RequestId, .. failure.Issues.SelectMany(static issue => new[] { issue.Location, issue.Message, issue.Type })];
        Require(one, !told.Any(static text => text?.Contains(FuzzSeeds.ApiKey, StringComparison.Ordinal) is true), "A secret was handed on.");
        return Checked(one, failure.GetType().Name, failure, serialized: false);
    }

    private bool IsOfStatus(TaskPlatformApiException failure) => status switch
    {
        400 or 422 => failure is TaskPlatformValidationException,
        401 => failure is TaskPlatformAuthenticationException,
        403 => failure is TaskPlatformPermissionException or TaskPlatformAuthenticationException,
        404 => failure is TaskPlatformNotFoundException,
        429 => failure is TaskPlatformRateLimitException,
        _ => failure.GetType() == typeof(TaskPlatformApiException),
    };

    private HttpResponseMessage Failure(FuzzCase one)
    {
        HttpResponseMessage answer = Answer(one, (HttpStatusCode)status);
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", TreeMutator.One(ContentTypes, one.Random));
        if (one.Random.Next(3) == 0)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", TreeMutator.One(Waits, one.Random));
            answer.Headers.TryAddWithoutValidation("X-Request-ID", TreeMutator.One(RequestIds, one.Random));
            answer.Headers.TryAddWithoutValidation("X-Task-Run-ID", TreeMutator.One(RequestIds, one.Random));
        }

        return answer;
    }
}
