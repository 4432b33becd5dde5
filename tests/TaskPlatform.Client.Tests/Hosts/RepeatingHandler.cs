namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>
/// Repeats any failed POST three times, as many hosts have written it for themselves: whatever is thrown or answered but
/// a success is tried again, with the same message or with a copy of it.
/// </summary>
internal sealed class RepeatingHandler(bool copies, bool buffers) : DelegatingHandler
{
    /// <summary>How often it tried.</summary>
    internal int Tries { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (buffers)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken); // keeps the bytes, for the next time
        }

        for (int left = 3; ; left--)
        {
            Tries++;
            try
            {
                HttpResponseMessage response = await base.SendAsync(copies && left < 3 ? Copy(request) : request, cancellationToken);
                if (response.IsSuccessStatusCode || left == 0)
                {
                    return response;
                }
            }
            catch (Exception failure) when (left > 0 && failure is not OperationCanceledException)
            {
                // Tries again.
            }
        }
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        foreach ((string name, object? value) in request.Options)
        {
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        }

        return copy;
    }
}
