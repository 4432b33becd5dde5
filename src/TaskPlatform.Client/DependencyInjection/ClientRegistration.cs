using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>One registered client and the names of its two handler chains.</summary>
/// <param name="Name">The client's name; <see cref="Options.DefaultName"/> for the unnamed one.</param>
internal sealed record ClientRegistration(string Name)
{
    private const string Base = "TaskPlatform.Client";
    private const string TokenSuffix = "/token";

    /// <summary>The chain of API calls, with the host's handlers in it.</summary>
    internal string ApiChain { get; } = Name == Options.DefaultName ? Base : $"{Base}:{Name}";

    /// <summary>The chain of token requests: the same primary handler, none of the host's other handlers.</summary>
    internal string TokenChain => ApiChain + TokenSuffix;

    /// <summary>Whether a client of that name would take another's token chain for its own.</summary>
    internal static bool IsAmbiguous(string name) => name.EndsWith(TokenSuffix, StringComparison.Ordinal);
}
