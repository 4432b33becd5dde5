using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Calls;

/// <summary>
/// A call the caller describes by method and path, for what has no route here. It is repeated freely only if its method
/// reads; anything else goes out like an update.
/// </summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path under the project's address, with its query.</param>
/// <param name="body">What is sent, where <paramref name="bodyContract"/> is given.</param>
/// <param name="bodyContract">How it is written; null sends no body.</param>
/// <param name="answerContract">How the answer is read.</param>
internal sealed class RawCall<TRequest, TResponse>(
    HttpMethod method, string path, TRequest body, JsonTypeInfo<TRequest>? bodyContract, JsonTypeInfo<TResponse> answerContract)
{
    internal Route<TRequest, TResponse> Route { get; } = new(Checked(method, bodyContract is not null), RawPath.Checked(path), Reads(method) ? CallKind.Read : CallKind.Update, "raw_call");

    internal TRequest Body => body;

    internal JsonTypeInfo<TRequest>? BodyContract => bodyContract;

    internal JsonTypeInfo<TResponse> AnswerContract => answerContract;

    private static bool Reads(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static HttpMethod Checked(HttpMethod method, bool hasBody)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method == HttpMethod.Trace || method == HttpMethod.Connect)
        {
            throw new ArgumentException($"{method} can't be sent: one asks for the bearer back, the other for a tunnel. Nothing was sent.", nameof(method));
        }

        return hasBody && Reads(method)
            ? throw new ArgumentException($"{method} takes no body: put what it asks for into the query. Nothing was sent.", nameof(method))
            : method;
    }
}
