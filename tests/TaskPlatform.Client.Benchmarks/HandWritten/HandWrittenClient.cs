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

    internal Task<HandWrittenRun> RunAsync(Guid taskId, HandWrittenRunRequest request) =>
        RunAsync(taskId, JsonContent.Create(request, HandWrittenJsonContext.Default.HandWrittenRunRequest));

    internal Task<HandWrittenRun> RunAsync(Guid taskId, HttpContent body) =>
        PostAsync($"task/{taskId}/run", body, HandWrittenJsonContext.Default.HandWrittenRun);

    internal Task<HandWrittenTask> UpdateAsync(Guid taskId, HandWrittenUpdate request) =>
        PostAsync($"task/{taskId}", JsonContent.Create(request, HandWrittenJsonContext.Default.HandWrittenUpdate), HandWrittenJsonContext.Default.HandWrittenTask);

    internal async Task DownloadAsync(Guid taskId, Guid runId, string fileName, Stream target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(projectAddress, $"task/{taskId}/run/{runId}/file/{Uri.EscapeDataString(fileName)}"));
        request.Headers.Authorization = bearer;
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream content = await response.Content.ReadAsStreamAsync();
        await content.CopyToAsync(target);
    }

    private async Task<TResponse> PostAsync<TResponse>(string path, HttpContent body, JsonTypeInfo<TResponse> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(projectAddress, path)) { Content = body };
        request.Headers.Authorization = bearer;
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream content = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(content, type) ?? throw new JsonException("The answer is null.");
    }
}
