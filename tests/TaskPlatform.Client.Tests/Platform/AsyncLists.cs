namespace TaskPlatform.Client.Tests.Platform;

/// <summary>Goes through a list to its end, as the framework itself can from .NET 10 on.</summary>
internal static class AsyncLists
{
    internal static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (T item in source.WithCancellation(cancellationToken))
        {
            items.Add(item);
        }

        return items;
    }
}
