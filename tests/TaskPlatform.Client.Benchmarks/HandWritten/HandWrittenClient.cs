using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>
/// The baseline: what a careful developer writes for the same job with <see cref="HttpClient"/> and source-generated JSON.
/// One token that never ends, no retry, no limits, no fallback, no checks beyond the status.
/// </summary>
internal sealed class HandWrittenClient(HttpClient http, Uri projectAddress, string token)
{
    private readonly AuthenticationHeaderValue bearer = new("Bearer", token);

    internal Task<HandWrittenRun> RunAsync(Guid taskId, HandWrittenRunRequest body, CancellationToken cancellationToken = default) =>
        PostAsync(
            $"task/{taskId}/run", body, HandWrittenJsonContext.Default.HandWrittenRunRequest, HandWrittenJsonContext.Default.HandWrittenRun, cancellationToken);

    private async Task<TResponse> PostAsync<TRequest, TResponse>(
        string path, TRequest body, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(projectAddress, path));
        request.Headers.Authorization = bearer;
        request.Content = JsonContent.Create(body, requestType);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(content, responseType, cancellationToken).ConfigureAwait(false)
            ?? throw new JsonException("The answer is null.");
    }
}
