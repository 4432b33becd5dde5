using System.Globalization;
using System.Runtime.CompilerServices;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Calls;

/// <summary>
/// Reads a list page by page, each when it is needed. Every page is a call of its own, with its own attempts and time
/// limit. A list that does not come to an end is told as an error, after everything that came was given out.
/// </summary>
internal static class Paging
{
    // Ten million entries: a platform that gives more pages than this gives the same ones over and over.
    private const int MostPages = 100_000;
    private const int MostEmptyPages = 100;

    /// <summary>Checks what is asked for now, and sends the first request when the first entry is asked for.</summary>
    internal static IAsyncEnumerable<T> ListAsync<T>(
        ITransport transport, Route<Nothing, Page<T>> route, RouteValues values, PageQuery query, CallContext call, CancellationToken cancellationToken)
    {
        query.Check("request");
        return ReadAsync(transport, route, values, query, call, cancellationToken);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        ITransport transport, Route<Nothing, Page<T>> route, RouteValues values, PageQuery query, CallContext call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        int empty = 0;
        do
        {
            Answer<Page<T>> page = await transport.GetAsync(route, values with { Query = query.At(cursor) }, call, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> results = page.Value.Results ?? [];
            foreach (T result in results)
            {
                yield return result;
            }

            cursor = page.Value.NextCursor;
            empty = results.Count == 0 ? empty + 1 : 0;
            if (cursor is not null && !cursors.Add(cursor))
            {
                throw Endless($"page {cursors.Count + 1} names a next page that was named before", page.Response, call);
            }

            if (cursor is not null && (empty == MostEmptyPages || cursors.Count == MostPages))
            {
                throw Endless(string.Create(CultureInfo.InvariantCulture, $"after {cursors.Count} pages, {empty} empty ones at the end, another is named"), page.Response, call);
            }
        }
        while (cursor is not null);
    }

    private static TaskPlatformException Endless(string what, ResponseMetadata last, CallContext call) =>
        new($"The platform's list does not come to an end: {what}. Everything that came was given out, but more may be missing.")
        {
            Facts = new CallFacts { TaskId = call.TaskId, Attempts = last.Attempts, SentAt = last.SentAt },
        };
}
