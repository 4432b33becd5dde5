using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http;

/// <summary>Finds the body of a request: a run is streamed, for its files; everything else is JSON made once and sent with each attempt.</summary>
internal static class RequestBodies
{
    internal static Func<AttemptClock, (TimeLimit, TimeSpan), RequestBody> For<TRequest>(TRequest request, IProgress<TransferProgress>? progress, long maxFileSize)
    {
        try
        {
            return Make(request, progress, maxFileSize);
        }
        catch (Exception failure) when (failure is InvalidOperationException or JsonException or NotSupportedException)
        {
            throw new ArgumentException("The request can't be written as JSON, so nothing was sent; the inner exception says why.", nameof(request), failure);
        }
    }

    internal static bool IsRepeatable<TRequest>(TRequest request) => request is not RunTaskRequest run || RunUploads.CanReopen(run);

    private static Func<AttemptClock, (TimeLimit, TimeSpan), RequestBody> Make<TRequest>(TRequest request, IProgress<TransferProgress>? progress, long maxFileSize)
    {
        if (request is RunTaskRequest run)
        {
            var frame = RunFrame.Of(run, maxFileSize);
            return (clock, answerLimit) => new RunBody(frame, progress) { Clock = clock, AnswerLimit = answerLimit };
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(request, (JsonTypeInfo<TRequest>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(TRequest))!);
        return (clock, answerLimit) => new BytesBody(json, BytesBody.Json) { Clock = clock, AnswerLimit = answerLimit };
    }
}
