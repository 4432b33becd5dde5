using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Http.Answers;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>Everything needed to make the request of an attempt afresh: a request message can be sent only once.</summary>
internal sealed class RequestDraft
{
    internal required HttpMethod Method { get; init; }

    internal required Uri Address { get; init; }

    /// <summary>
    /// The address as logs show it: without its query, which may name a customer, and without a file's name, which may
    /// tell as much as the file.
    /// </summary>
    internal string Path => Form == AnswerForm.File ? string.Concat(Address.AbsolutePath.AsSpan(0, Address.AbsolutePath.LastIndexOf('/') + 1), "…") : Address.AbsolutePath;

    /// <summary>What is called, as exceptions name it.</summary>
    internal string Name => $"{Method} {Address.Scheme}://{Address.Authority}{Path}";

    /// <summary>The same within the project, short enough for a sentence.</summary>
    internal string ShortName => $"{Method} …{Path[ProjectAddress.PrefixLength(Path)..]}";

    internal required CallKind Kind { get; init; }

    /// <summary>How long the answer may take, and what the limit is called.</summary>
    internal required (TimeLimit Limit, TimeSpan Duration) AnswerLimit { get; init; }

    internal required int MaxAttempts { get; init; }

    /// <summary>Makes the body of an attempt, or null where there is none.</summary>
    internal BodySource? Body { get; init; }

    /// <summary>Whether the body can be made again after it was opened once. One-way streams can't.</summary>
    internal bool Repeatable { get; init; } = true;

    /// <summary>Whether the bearer is put on, and a refused one renewed.</summary>
    internal bool Authorized { get; init; } = true;

    /// <summary>How the answer is read.</summary>
    internal AnswerForm Form { get; init; }

    /// <summary>Whether the answer's body is handed out as a stream instead of being read here.</summary>
    internal bool Streamed => Form != AnswerForm.Json;

    /// <summary>Says why the body of a 2xx is no answer, so that the call may be repeated; null where it is one. Without it any body is.</summary>
    internal Func<HttpResponseMessage, ReadOnlyMemory<byte>, TaskPlatformException?>? Unreadable { get; init; }

    /// <summary>Headers of the caller and of the call, put on each attempt.</summary>
    internal IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Says when an attempt may be sent; null when nobody does.</summary>
    internal IAttemptPace? Pace { get; init; }

    /// <summary>Basic credentials of a token request.</summary>
    internal string? BasicCredentials { get; init; }

    /// <summary>A POST that may change or cost something goes out once per attempt, whatever handlers the host has.</summary>
    internal bool OnceOnly => Kind is CallKind.Run or CallKind.Update;
}
