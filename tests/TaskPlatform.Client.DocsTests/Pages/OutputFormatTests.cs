using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using TaskPlatform.Client;
using Xunit;

namespace DocsCode;

/// <summary>The two tables of docs/typed-output.md: which word a type becomes, and which types are refused.</summary>
public sealed partial class OutputFormatTests
{
    [Fact]
    public void Types_become_words_and_computed_and_ignored_properties_are_left_out()
    {
        OutputFormat format = OutputFormat.For(ShapeContext.Default.Words);

        format.Select(field => $"{field.Key}: {field.Value.Type} {field.Value.ItemType} {string.Join('|', field.Value.Options ?? [])}".TrimEnd()).Should().Equal(
            "text: str", "id: str", "address: str", "at: str", "day: str", "flag: bool", "count: int", "large: int", "share: number", "money: number",
            "maybe: int", "grade: str  good|bad", "names: list str", "part: object", "parts: list object");
    }

    [Fact]
    public void What_a_format_can_not_say_is_refused_and_named()
    {
        Refuse(ShapeContext.Default.WithMap, "map");
        Refuse(ShapeContext.Default.WithItself, "inner");
        Refuse(ShapeContext.Default.WithFamily, "animal");
        Refuse(ShapeContext.Default.WithNumberedEnum, "rank");
        Refuse(ShapeContext.Default.WithLists, "table");
        Refuse(ShapeContext.Default.WithGrades, "grades");
        Refuse(ShapeContext.Default.WithAnything, "anything");
        ((Action)(() => OutputFormat.For(ShapeContext.Default.ListString))).Should().Throw<ArgumentException>().WithMessage("*is not an object*");

#if !NET9_0_OR_GREATER
        Refuse(ShapeContext.Default.WithComputed, "count");
#endif

        static void Refuse<T>(JsonTypeInfo<T> contract, string property)
            where T : notnull =>
            ((Action)(() => OutputFormat.For(contract))).Should().Throw<ArgumentException>().WithMessage($"{typeof(T).Name} can't be made an output format: {property}*");
    }

    internal sealed record Words
    {
        public string Text { get; init; } = "";

        public Guid Id { get; init; }

        public Uri? Address { get; init; }

        public DateTimeOffset At { get; init; }

        public DateOnly Day { get; init; }

        public bool Flag { get; init; }

        public int Count { get; init; }

        public long Large { get; init; }

        public double Share { get; init; }

        public decimal Money { get; init; }

        public int? Maybe { get; init; }

        public Grade Grade { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public Part? Part { get; init; }

        public Part[] Parts { get; init; } = [];

        [JsonIgnore]
        public string Note { get; init; } = "";

#if NET9_0_OR_GREATER
        public int Sum => Count + 1;
#else
        [JsonIgnore] // as the page says
        public int Sum => Count + 1;
#endif
    }

    internal sealed record Part(string Name);

    [JsonConverter(typeof(GradeConverter))]
    internal enum Grade { Good, Bad }

    internal enum Rank { First }

    internal sealed class GradeConverter() : JsonStringEnumConverter<Grade>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower);

    internal sealed record WithMap(Dictionary<string, int> Map);

    internal sealed record WithItself(WithItself[] Inner);

    internal sealed record WithFamily(Animal Animal);

    [JsonDerivedType(typeof(Cat), "cat")]
    internal abstract record Animal;

    internal sealed record Cat : Animal;

    internal sealed record WithNumberedEnum(Rank Rank);

    internal sealed record WithLists(List<List<int>> Table);

    internal sealed record WithGrades(List<Grade> Grades);

    internal sealed record WithAnything(JsonNode Anything);

    internal sealed record WithComputed(string Text)
    {
        public int Count => Text.Length;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Words))]
    [JsonSerializable(typeof(WithMap))]
    [JsonSerializable(typeof(WithItself))]
    [JsonSerializable(typeof(WithFamily))]
    [JsonSerializable(typeof(WithNumberedEnum))]
    [JsonSerializable(typeof(WithLists))]
    [JsonSerializable(typeof(WithGrades))]
    [JsonSerializable(typeof(WithAnything))]
    [JsonSerializable(typeof(WithComputed))]
    [JsonSerializable(typeof(List<string>))]
    internal sealed partial class ShapeContext : JsonSerializerContext;
}
