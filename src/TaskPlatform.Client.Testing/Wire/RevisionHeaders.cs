namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Tells on both updates whether a revision was made, and which.</summary>
internal static class RevisionHeaders
{
    public static HttpResponseMessage On(HttpResponseMessage answer, Guid? newRevision)
    {
        answer.Headers.Add("X-New-Revision-created", newRevision is null ? "false" : "true");
        if (newRevision is { } id)
        {
            answer.Headers.Add("X-New-Revision-ID", id.ToString());
        }

        return answer;
    }
}
