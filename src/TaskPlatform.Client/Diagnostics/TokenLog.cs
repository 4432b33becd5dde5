using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>Log messages about tokens. None carries a token, a secret or a stranger's exception text.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(EventId = 20, EventName = "TokenBackgroundRenewalFailed", Level = LogLevel.Warning, Message = "The access token could not be renewed in the background; the old one still serves and another try follows. {Reason}")]
    internal static partial void BackgroundRenewalFailed(this ILogger logger, string reason);
}
