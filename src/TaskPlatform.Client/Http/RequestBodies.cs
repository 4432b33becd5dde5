using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http;

/// <summary>Finds the body of a request: a run is streamed, for its files; everything else is JSON made once and sent with each attempt.</summary>
internal static class RequestBodies
{
    internal static BodySource For<TRequest>(TRequest request, IProgress<TransferProgress>? progress, long maxFileSize)
    {
        try
        {
            return request is RunTaskRequest run
                ? RunFrame.Of(run, progress, maxFileSize)
                : new BytesSource(JsonSerializer.SerializeToUtf8Bytes(request, (JsonTypeInfo<TRequest>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(TRequest))!), RequestBody.Json);
        }
        catch (Exception failure) when (failure is InvalidOperationException or JsonException or NotSupportedException)
        {
            throw new ArgumentException("The request can't be written as JSON, so nothing was sent; the inner exception says why.", nameof(request), failure);
        }
    }

    internal static bool IsRepeatable<TRequest>(TRequest request) => request is not RunTaskRequest run || RunUploads.CanReopen(run);
}
