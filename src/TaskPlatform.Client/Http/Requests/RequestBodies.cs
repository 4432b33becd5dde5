using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>Finds the body of a request: a run is streamed, for its files; everything else is JSON made once and sent with each attempt.</summary>
internal static class RequestBodies
{
    internal static BodySource For<TRequest>(TRequest request, IProgress<TransferProgress>? progress, long maxFileSize)
    {
        try
        {
            return request switch
            {
                RunTaskRequest run => RunFrame.Of(run, progress, maxFileSize),
                Nothing => EmptySource.Instance,
                _ => Json(request, (JsonTypeInfo<TRequest>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(TRequest))!),
            };
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            throw Unwritable(failure, nameof(request));
        }
    }

    /// <summary>The body of a call by path, written by a contract of the caller's.</summary>
    internal static BodySource For<TRequest>(TRequest body, JsonTypeInfo<TRequest> contract)
    {
        try
        {
            return Json(body, contract);
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            throw Unwritable(failure, nameof(body));
        }
    }

    internal static bool IsRepeatable<TRequest>(TRequest request) => request is not RunTaskRequest run || RunUploads.CanReopen(run);

    private static BytesSource Json<TRequest>(TRequest request, JsonTypeInfo<TRequest> contract) =>
        new(JsonSerializer.SerializeToUtf8Bytes(request, contract), RequestBody.Json);

    private static bool IsUnwritable(Exception failure) => failure is InvalidOperationException or JsonException or NotSupportedException;

    private static ArgumentException Unwritable(Exception failure, string parameter) =>
        new("The request can't be written as JSON, so nothing was sent; the inner exception says why.", parameter, failure);
}
