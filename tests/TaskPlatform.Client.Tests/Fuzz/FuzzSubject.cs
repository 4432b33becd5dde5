using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Calls the client, has it answered with a damaged body, and holds what the caller gets to the promises.</summary>
internal abstract class FuzzSubject : IDisposable
{
    private readonly List<TaskPlatformClient> clients = [];

    private protected static readonly Guid SomeId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    /// <summary>What serializes an answer as a stranger would.</summary>
    private static readonly JsonSerializerOptions Stranger = new() { MaxDepth = 2000 };

    internal static FuzzSubject Of(FuzzKind kind) => kind switch
    {
        FuzzKind.Task => new TaskSubject(),
        FuzzKind.Agent => new AgentSubject(),
        FuzzKind.Run => new RunSubject(),
        FuzzKind.Error => new ErrorSubject(),
        _ => new TokenSubject(),
    };

    /// <summary>Tries one case and says in a word how it ended; anything that must not be is an exception.</summary>
    internal async Task<string> TryAsync(FuzzCase one)
    {
        try
        {
            return await CallAsync(one);
        }
        catch (FuzzFailureException)
        {
            throw;
        }
        catch (Exception failure)
        {
            throw new FuzzFailureException(one, $"{failure.GetType()} got to the caller.", failure);
        }
    }

    public void Dispose() => clients.ForEach(static client => client.Dispose());

    private protected abstract Task<string> CallAsync(FuzzCase one);

    private protected TaskPlatformClient Client(TaskPlatformClientOptions options, Func<HttpResponseMessage> answer)
    {
        var client = new TaskPlatformClient(options, new AnsweringHandler(_ => answer()));
        clients.Add(client);
        return client;
    }

    private protected static TaskPlatformClientOptions Options() => new()
    {
        OrganizationId = SomeId,
        ProjectId = SomeId,
        Credential = TaskPlatformCredential.ApiKey(FuzzSeeds.ApiKey),
        Retry = { MaxAttempts = 1 },
        Fallback = { Mode = FallbackMode.Never },
    };

    private protected static HttpResponseMessage Answer(FuzzCase one, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new ByteArrayContent(one.Body) };

    private protected static string Checked(FuzzCase one, string outcome, object got, bool serialized = true)
    {
        foreach (string text in Reading.Of(got, withStacks: one.Index % 128 == 0))
        {
            Require(one, !text.Contains(FuzzSeeds.ApiKey, StringComparison.Ordinal), "A secret stands in a text form.");
        }

        // Writing it takes as long as all the rest: every fourth will do.
        if (serialized && one.Index % 4 == 0)
        {
            byte[] written = JsonSerializer.SerializeToUtf8Bytes(got, got.GetType(), Stranger);
            using JsonDocument document = JsonDocument.Parse(written, new JsonDocumentOptions { MaxDepth = 2000 });
        }

        return outcome;
    }

    /// <summary>An answer that can't be read: then it must be no object, and all of it must be on the exception.</summary>
    private protected static string Checked(FuzzCase one, TaskPlatformSerializationException failure)
    {
        Require(one, !IsObject(one.Body), "The body is a JSON object and was not read.");
        Require(one, failure.StatusCode == HttpStatusCode.OK && failure.OutcomeUnknown && failure.Body.Span.SequenceEqual(one.Body), "The answer is not kept whole.");
        Require(one, failure.Message.Length < 400, "The text is too long.");
        return Checked(one, "unreadable", failure, serialized: false);
    }

    private protected static void Require(FuzzCase one, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FuzzFailureException(one, otherwise);
        }
    }

    /// <summary>Whether the bytes, as text, are one JSON object no deeper than the client reads.</summary>
    private protected static bool IsObject(byte[] body)
    {
        ReadOnlyMemory<byte> text = body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
        text = Utf8.IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
