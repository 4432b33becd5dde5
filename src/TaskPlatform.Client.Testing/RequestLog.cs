namespace TaskPlatform.Client.Testing;

/// <summary>The calls so far, in the order of arrival.</summary>
internal sealed class RequestLog
{
    private readonly List<FakeRequest> requests = [];

    public void Add(FakeRequest request)
    {
        lock (requests)
        {
            requests.Add(request);
        }
    }

    public FakeRequest[] All()
    {
        lock (requests)
        {
            return [.. requests];
        }
    }
}
