using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Typed;

/// <summary>What a format can't say is refused with the place and the reason, not guessed.</summary>
public sealed partial class RefusedShapeTests
{
    [Fact]
    public void Refuses_an_enum_written_as_a_number() =>
        Refused(RefusedJson.Default.HoldsPlainEnum, "items[].day", "written as a number", "JsonStringEnumConverter<DayOfWeek>");

    [Fact]
    public void Refuses_flags() => Refused(RefusedJson.Default.HoldsFlags, "rights", "flags");

    [Fact]
    public void Refuses_an_enum_without_values() => Refused(RefusedJson.Default.HoldsEmptyEnum, "nothing", "without values");

    [Fact]
    public void Refuses_a_type_within_itself()
    {
        Refused(RefusedJson.Default.Node, "next", "Node within a Node");
        Refused(RefusedJson.Default.Tree, "children[].trees[]", "Tree within a Tree");
    }

    [Fact]
    public void Refuses_a_dictionary() => Refused(RefusedJson.Default.HoldsDictionary, "inner.counts", "dictionary");

    [Fact]
    public void Refuses_a_family_of_types() => Refused(RefusedJson.Default.HoldsFamily, "animal", "family");

    [Fact]
    public void Refuses_any_json()
    {
        Refused(RefusedJson.Default.HoldsObject, "any", "type Object");
        Refused(RefusedJson.Default.HoldsJsonElement, "any", "type JsonElement");
        Refused(RefusedJson.Default.HoldsJsonNode, "any", "type JsonNode");
        Refused(RefusedJson.Default.HoldsByteArray, "any", "type Byte[]");
    }

    [Fact]
    public void Refuses_lists_whose_items_need_more_words()
    {
        Refused(RefusedJson.Default.HoldsLists, "rows[]", "list within a list");
        Refused(RefusedJson.Default.HoldsWords, "tones[]", "closed list");
    }

    [Fact]
    public void Refuses_converters_of_the_caller()
    {
        Refused(RefusedJson.Default.HoldsConverted, "price", "converter of its own");
        Refused(RefusedJson.Default.HoldsConvertedProperty, "text", "converter of its own");
    }

    [Theory]
    [InlineData("the name")]
    [InlineData("naïve")]
    [InlineData("")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234x")]
    public void Refuses_a_name_the_platform_does_not_take(string name)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => Rename(type, name) } } };

        Refused((JsonTypeInfo<Named>)options.GetTypeInfo(typeof(Named)), name, "name the platform does not take");

        static void Rename(JsonTypeInfo type, string name)
        {
            if (type.Type == typeof(Named))
            {
                type.Properties[0].Name = name;
            }
        }
    }

    [Fact]
    public void Refuses_what_is_not_written_as_an_object()
    {
        Refused(RefusedJson.Default.Int32, "Int32", "not an object");
        Refused(RefusedJson.Default.ListNamed, "it", "not an object");
        Refused(RefusedJson.Default.Empty, "it", "no property");
    }

    [Fact]
    public void Refuses_a_type_that_can_never_be_read()
    {
        Refused(RefusedJson.Default.HoldsInterface, "inner", "can't be read from JSON");
        Refused(RefusedJson.Default.Misbound, "it", "can't be read from JSON");
    }

    [Fact]
    public void Takes_a_member_that_only_a_constructor_sets_where_the_contract_tells_so()
    {
#if NET9_0_OR_GREATER
        Serializers.Write(OutputFormat.For(RefusedJson.Default.Closed)).Should().Be("""{"text":"str"}""");
#else
        Refused(RefusedJson.Default.Closed, "text", "no setter");
#endif
    }

    [Fact]
    public void Takes_a_list_that_is_filled_in_place() =>
        Serializers.Write(OutputFormat.For(RefusedJson.Default.Filled)).Should().Be("""{"names":{"type":"list","item_type":"str"}}""");

    [Fact]
    public void Reads_contracts_made_by_reflection_too()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        OutputFormat format = OutputFormat.For((JsonTypeInfo<Described>)options.GetTypeInfo(typeof(Described)));

        Serializers.Write(format).Should().Be("""{"firstName":{"type":"str","description":"The first name."},"day":{"type":"str","options":["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]}}""");
    }

    private static void Refused<T>(JsonTypeInfo<T> type, params string[] parts)
        where T : notnull
    {
        ArgumentException refused = FluentActions.Invoking(() => OutputFormat.For(type)).Should().Throw<ArgumentException>().WithParameterName("typeInfo").Which;
        refused.Message.Should().ContainAll([.. parts, typeof(T).Name.Split('`')[0]]);
    }

    internal sealed record HoldsPlainEnum(IReadOnlyList<PlainItem> Items);

    internal sealed record PlainItem(DayOfWeek Day);

    internal sealed record HoldsFlags(Rights Rights);

    [Flags]
    [JsonConverter(typeof(JsonStringEnumConverter<Rights>))]
    internal enum Rights
    {
        None = 0,
        Read = 1,
    }

    internal sealed record HoldsEmptyEnum(Nothing Nothing);

    internal enum Nothing;

    internal sealed record Node(string Text, Node? Next);

    internal sealed record Tree(IReadOnlyList<Branch> Children);

    internal sealed record Branch(Tree[] Trees);

    internal sealed record HoldsDictionary(DictionaryHolder Inner);

    internal sealed record DictionaryHolder(Dictionary<string, int> Counts);

    internal sealed record HoldsFamily(Animal Animal);

    [JsonDerivedType(typeof(Cat), "cat")]
    internal class Animal;

    internal sealed class Cat : Animal;

    internal sealed record HoldsObject(object? Any);

    internal sealed record HoldsJsonElement(JsonElement Any);

    internal sealed record HoldsJsonNode(JsonNode? Any);

    internal sealed record HoldsByteArray(byte[] Any);

    internal sealed record HoldsLists(IReadOnlyList<int[]> Rows);

    internal sealed record HoldsWords(IReadOnlyList<Tone> Tones);

    [JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
    internal enum Tone
    {
        Formal,
    }

    internal sealed record HoldsConverted(Price Price);

    [JsonConverter(typeof(PriceConverter))]
    internal sealed record Price(decimal Amount);

    internal sealed record HoldsConvertedProperty([property: JsonConverter(typeof(UpperConverter))] string Text);

    internal sealed record Named(string Name);

    internal sealed record Empty
    {
        [JsonIgnore]
        public string? Text { get; init; }
    }

    internal sealed record HoldsInterface(INamed Inner);

    internal interface INamed
    {
        string Name { get; set; }
    }

    [method: JsonConstructor]
    internal sealed class Misbound(int other)
    {
        public int Number { get; init; } = other;
    }

    internal sealed class Closed(string text)
    {
        public string Text { get; } = text;
    }

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    internal sealed class Filled
    {
        public List<string> Names { get; } = [];

        public string First => Names[0];
    }

    internal sealed class Described
    {
        [Description("The first name.")]
        public string? FirstName { get; set; }

        [JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))]
        public DayOfWeek Day { get; set; }
    }

    internal sealed class PriceConverter : JsonConverter<Price>
    {
        public override Price Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Price value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }

    internal sealed class UpperConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(HoldsPlainEnum))]
    [JsonSerializable(typeof(HoldsFlags))]
    [JsonSerializable(typeof(HoldsEmptyEnum))]
    [JsonSerializable(typeof(Node))]
    [JsonSerializable(typeof(Tree))]
    [JsonSerializable(typeof(HoldsDictionary))]
    [JsonSerializable(typeof(HoldsFamily))]
    [JsonSerializable(typeof(HoldsObject))]
    [JsonSerializable(typeof(HoldsJsonElement))]
    [JsonSerializable(typeof(HoldsJsonNode))]
    [JsonSerializable(typeof(HoldsByteArray))]
    [JsonSerializable(typeof(HoldsLists))]
    [JsonSerializable(typeof(HoldsWords))]
    [JsonSerializable(typeof(HoldsConverted))]
    [JsonSerializable(typeof(HoldsConvertedProperty))]
    [JsonSerializable(typeof(Named))]
    [JsonSerializable(typeof(List<Named>))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(Empty))]
    [JsonSerializable(typeof(HoldsInterface))]
    [JsonSerializable(typeof(Misbound))]
    [JsonSerializable(typeof(Closed))]
    [JsonSerializable(typeof(Filled))]
    private sealed partial class RefusedJson : JsonSerializerContext;
}
