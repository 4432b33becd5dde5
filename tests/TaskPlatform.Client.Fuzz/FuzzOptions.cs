using System.Globalization;
using TaskPlatform.Client.Tests.Fuzz;

namespace TaskPlatform.Client.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record FuzzOptions
{
    internal const string Usage = "Usage: [--kind task|agent|run|error|token] [--count 1000000] [--seed 1] [--index 0]. Without a kind each has its turn.";

    internal IReadOnlyList<FuzzKind> Kinds { get; private init; } = Enum.GetValues<FuzzKind>();

    internal int Count { get; private init; } = 1_000_000;

    internal int Seed { get; private init; } = 1;

    /// <summary>The first case; given alone, the only one.</summary>
    internal int Index { get; private init; }

    internal static FuzzOptions? Parse(string[] arguments)
    {
        var options = new FuzzOptions();
        bool counted = false;
        for (int at = 0; at < arguments.Length; at += 2)
        {
            if (at + 1 == arguments.Length)
            {
                return null;
            }

            string value = arguments[at + 1];
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            switch (arguments[at])
            {
                case "--kind" when Enum.TryParse(value, ignoreCase: true, out FuzzKind kind) && Enum.IsDefined(kind):
                    options = options with { Kinds = [kind] };
                    break;
                case "--count" when isNumber:
                    (options, counted) = (options with { Count = number }, true);
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = number };
                    break;
                case "--index" when isNumber:
                    options = options with { Index = number, Count = counted ? options.Count : 1 };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
