using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Builds the responses of the platform.</summary>
internal static class Answer
{
    public static HttpResponseMessage Json(HttpStatusCode status, JsonNode? body) => Bytes(status, Wire.Json.Write(body), "application/json");

    public static HttpResponseMessage Bytes(HttpStatusCode status, ReadOnlyMemory<byte> body, string contentType)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new HttpResponseMessage(status) { Content = content };
    }
}
