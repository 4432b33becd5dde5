namespace TaskPlatform.Client;

/// <summary>How an OAuth client shows its id and secret to the token endpoint (RFC 6749, section 2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary>In the <c>Authorization: Basic</c> header, each form-url-encoded first. What the platform expects of most clients.</summary>
    Basic = 0,

    /// <summary>As <c>client_id</c> and <c>client_secret</c> in the form, for clients that were set up that way.</summary>
    Form = 1,
}
