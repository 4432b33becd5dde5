using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How an agent shortens its history (<c>memory_strategy</c>). No strategy (null) means unlimited history. Words the
/// platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<MemoryStrategy>))]
public readonly record struct MemoryStrategy : IParsable<MemoryStrategy>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public MemoryStrategy(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Keeps the last events (<c>sliding_window</c>); its config needs <c>max_events</c>.</summary>
    public static MemoryStrategy SlidingWindow => new(Words.SlidingWindow);

    /// <summary>Sums up older events (<c>compaction</c>); its config needs <c>token_threshold</c> and <c>event_retention_size</c>.</summary>
    public static MemoryStrategy Compaction => new(Words.Compaction);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static MemoryStrategy Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MemoryStrategy result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="MemoryStrategy.SlidingWindow"/>.</summary>
        public const string SlidingWindow = "sliding_window";

        /// <summary>The word of <see cref="MemoryStrategy.Compaction"/>.</summary>
        public const string Compaction = "compaction";
    }
}
