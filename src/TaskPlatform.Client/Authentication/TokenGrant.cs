using System.Diagnostics;

namespace TaskPlatform.Client.Authentication;

/// <summary>One request for a token: what stands in the form, in order, and how the client shows who it is.</summary>
/// <param name="Form">The fields of the form, neither half of a pair encoded yet.</param>
/// <param name="BasicCredentials">What follows <c>Basic</c> in the header, encoded and ready; null sends no such header.</param>
/// <param name="Secrets">What of it must be masked wherever the endpoint's own text is shown: a server may repeat what it refuses.</param>
/// <param name="Repeatable">Whether it may be sent again after its body was opened; a refresh token that rotates may not.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record TokenGrant(
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] IReadOnlyList<FormField> Form,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? BasicCredentials,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] IReadOnlyList<string> Secrets,
    bool Repeatable)
{
    /// <summary>Names the grant type and nothing else.</summary>
    public override string ToString() => $"TokenGrant {Form.FirstOrDefault(static field => field.Name == "grant_type")?.Value}";
}
