using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.Authentication;

/// <summary>What a credential needs of the client it works for.</summary>
/// <param name="Endpoint">Sends grants to the client's token endpoint.</param>
/// <param name="ClientAuthentication">How an OAuth client shows its id and secret there.</param>
/// <param name="Time">The client's clock.</param>
/// <param name="Logger">Where failed background renewals are told.</param>
internal sealed record TokenSourceSetup(ITokenEndpoint Endpoint, ClientAuthentication ClientAuthentication, TimeProvider Time, ILogger Logger);
