using System.Globalization;

namespace TaskPlatform.Client.Load;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    internal const string Usage = "Usage: [--runs 10000] [--in-flight 256] [--seed 1], or --many [--runs 100000] [--in-flight 64]";

    internal int Runs { get; private init; } = 10_000;

    internal int InFlight { get; private init; } = 256;

    internal int Seed { get; private init; } = 1;

    /// <summary>Whether this process is the platform of another one.</summary>
    internal bool Serves { get; private init; }

    /// <summary>Whether the runs are made in one enumeration, and its memory is what matters.</summary>
    internal bool Many { get; private init; }

    internal static LoadOptions? Parse(string[] arguments)
    {
        var options = new LoadOptions { Serves = arguments is ["--serve", ..] };
        options = arguments is ["--many", ..] ? options with { Many = true, Runs = 100_000, InFlight = 64 } : options;
        for (int at = options.Serves || options.Many ? 1 : 0; at < arguments.Length; at += 2)
        {
            if (at + 1 == arguments.Length || !int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return null;
            }

            switch (arguments[at])
            {
                case "--runs" when number > 0:
                    options = options with { Runs = number };
                    break;
                case "--in-flight" when number > 0:
                    options = options with { InFlight = number };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
