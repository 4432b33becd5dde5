using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

public partial class TaskPlatformClient
{
    /// <summary>
    /// Sends a call by its method and path, for what this client has no operation for. It goes with the same tokens, time
    /// limits, repeats and errors as all others. <c>GET</c> and <c>HEAD</c> are repeated freely and have the time limit
    /// <see cref="TaskPlatformTimeoutOptions.Read"/>; any other method goes out like an update, never twice on suspicion, with
    /// <see cref="TaskPlatformTimeoutOptions.Update"/>.
    /// </summary>
    /// <param name="method">The HTTP method; not <c>TRACE</c> or <c>CONNECT</c>.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start: <c>task_forwarder?page_limit=10</c>. One that could lead out of the project is refused.</param>
    /// <param name="body">What is sent as JSON; null sends no body. <c>GET</c> and <c>HEAD</c> take none.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    /// <returns>Status, headers and body. An empty body is JSON null; a file or a stream of events can't be read this way.</returns>
    /// <exception cref="ArgumentException">The method or the path can't be sent, or the body can't be written; nothing was sent.</exception>
    /// <exception cref="TaskPlatformSerializationException">The answer is no JSON; it is kept in <see cref="TaskPlatformSerializationException.Body"/>.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether it may have been carried out.</exception>
    public virtual Task<RawAnswer> SendAsync(HttpMethod method, string path, JsonNode? body = null, CancellationToken cancellationToken = default) =>
        SendRawAsync(method, path, body, options: null, cancellationToken);

    /// <inheritdoc cref="SendAsync(HttpMethod, string, JsonNode?, CancellationToken)"/>
    /// <param name="method">The HTTP method; not <c>TRACE</c> or <c>CONNECT</c>.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start: <c>task_forwarder?page_limit=10</c>. One that could lead out of the project is refused.</param>
    /// <param name="body">What is sent as JSON; null sends no body. <c>GET</c> and <c>HEAD</c> take none.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    public virtual Task<RawAnswer> SendAsync(HttpMethod method, string path, JsonNode? body, RequestOptions options, CancellationToken cancellationToken = default) =>
        SendRawAsync(method, path, body, options, cancellationToken);

    /// <summary>Sends a call that has no body by its method and path, and reads its answer as a type of yours; see <see cref="SendAsync(HttpMethod, string, JsonNode?, CancellationToken)"/>.</summary>
    /// <typeparam name="TResponse">The type of the answer.</typeparam>
    /// <param name="method">The HTTP method; not <c>TRACE</c> or <c>CONNECT</c>.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start.</param>
    /// <param name="answerType">The type's contract, from a source-generated context of yours.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    /// <returns>Status, headers and body; an empty body is read as JSON null.</returns>
    /// <exception cref="ArgumentException">The method or the path can't be sent; nothing was sent.</exception>
    /// <exception cref="TaskPlatformSerializationException">The answer does not fit the type; it is kept in <see cref="TaskPlatformSerializationException.Body"/>.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether it may have been carried out.</exception>
    public virtual Task<RawAnswer<TResponse>> SendAsync<TResponse>(HttpMethod method, string path, JsonTypeInfo<TResponse> answerType, CancellationToken cancellationToken = default) =>
        SendRawAsync<JsonNode, TResponse>(method, path, body: null!, bodyType: null, answerType, options: null, cancellationToken);

    /// <inheritdoc cref="SendAsync{TResponse}(HttpMethod, string, JsonTypeInfo{TResponse}, CancellationToken)"/>
    /// <param name="method">The HTTP method; not <c>TRACE</c> or <c>CONNECT</c>.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start.</param>
    /// <param name="answerType">The type's contract, from a source-generated context of yours.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    public virtual Task<RawAnswer<TResponse>> SendAsync<TResponse>(HttpMethod method, string path, JsonTypeInfo<TResponse> answerType, RequestOptions options, CancellationToken cancellationToken = default) =>
        SendRawAsync<JsonNode, TResponse>(method, path, body: null!, bodyType: null, answerType, options, cancellationToken);

    /// <summary>Sends a body of a type of yours by method and path, and reads the answer as another; see <see cref="SendAsync(HttpMethod, string, JsonNode?, CancellationToken)"/>.</summary>
    /// <typeparam name="TRequest">The type of the body.</typeparam>
    /// <typeparam name="TResponse">The type of the answer.</typeparam>
    /// <param name="method">The HTTP method, one that takes a body.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start.</param>
    /// <param name="body">What is sent; null is sent as JSON null.</param>
    /// <param name="bodyType">The contract of the body's type, from a source-generated context of yours.</param>
    /// <param name="answerType">The contract of the answer's type.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    /// <returns>Status, headers and body; an empty body is read as JSON null.</returns>
    /// <exception cref="ArgumentException">The method or the path can't be sent, or the body can't be written; nothing was sent.</exception>
    /// <exception cref="TaskPlatformSerializationException">The answer does not fit the type; it is kept in <see cref="TaskPlatformSerializationException.Body"/>.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether it may have been carried out.</exception>
    public virtual Task<RawAnswer<TResponse>> SendAsync<TRequest, TResponse>(
        HttpMethod method, string path, TRequest body, JsonTypeInfo<TRequest> bodyType, JsonTypeInfo<TResponse> answerType, CancellationToken cancellationToken = default) =>
        SendTypedAsync(method, path, body, bodyType, answerType, options: null, cancellationToken);

    /// <inheritdoc cref="SendAsync{TRequest, TResponse}(HttpMethod, string, TRequest, JsonTypeInfo{TRequest}, JsonTypeInfo{TResponse}, CancellationToken)"/>
    /// <param name="method">The HTTP method, one that takes a body.</param>
    /// <param name="path">Path and query under <c>…/org/{org_id}/project/{project_id}/</c>, escaped, without a slash at its start.</param>
    /// <param name="body">What is sent; null is sent as JSON null.</param>
    /// <param name="bodyType">The contract of the body's type, from a source-generated context of yours.</param>
    /// <param name="answerType">The contract of the answer's type.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    public virtual Task<RawAnswer<TResponse>> SendAsync<TRequest, TResponse>(
        HttpMethod method, string path, TRequest body, JsonTypeInfo<TRequest> bodyType, JsonTypeInfo<TResponse> answerType, RequestOptions options, CancellationToken cancellationToken = default) =>
        SendTypedAsync(method, path, body, bodyType, answerType, options, cancellationToken);

    // What can't be sent is told in the task, by RawCall and by what sends it.
    private async Task<RawAnswer> SendRawAsync(HttpMethod method, string path, JsonNode? body, RequestOptions? options, CancellationToken cancellationToken)
    {
        RawAnswer<JsonElement> answer = await SendRawAsync(
            method, path, body!, body is null ? null : TaskPlatformJsonContext.Default.JsonNode, TaskPlatformJsonContext.Default.JsonElement, options, cancellationToken).ConfigureAwait(false);
        return new RawAnswer(answer.Response, answer.Value);
    }

    private async Task<RawAnswer<TResponse>> SendTypedAsync<TRequest, TResponse>(
        HttpMethod method, string path, TRequest body, JsonTypeInfo<TRequest> bodyType, JsonTypeInfo<TResponse> answerType, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bodyType);
        return await SendRawAsync(method, path, body, bodyType, answerType, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RawAnswer<TResponse>> SendRawAsync<TRequest, TResponse>(
        HttpMethod method, string path, TRequest body, JsonTypeInfo<TRequest>? bodyType, JsonTypeInfo<TResponse> answerType, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answerType);
        var call = new RawCall<TRequest, TResponse>(method, path, body, bodyType, answerType);
        Answer<TResponse> answer = await transport.SendAsync(call, new CallContext(options), cancellationToken).ConfigureAwait(false);
        return new RawAnswer<TResponse>(answer.Response, answer.Value);
    }
}
