using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http;

/// <summary>What every call of a client is run with.</summary>
internal sealed record CallParts(AttemptSender Sender, ITokenSource Tokens, RetryPolicy Retry, TimeProvider Time, ILogger Logger);
