using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed partial class JsonOutputTests
{
    [Fact]
    public void Reads_a_type_by_its_contract() =>
        Output("""{"carrier_name":"Greyline","items":[{"name":"lamp","value_gbp":38.5}]}""")
            .Deserialize(ParcelContext.Default.Parcel)
            .Should().BeEquivalentTo(new Parcel("Greyline", [new Item("lamp", 38.5m)]));

    [Fact]
    public void Reads_a_type_by_reflection_in_snake_case_and_any_case() =>
        Output("""{"Carrier_Name":"Greyline","ITEMS":[{"name":"lamp","value_gbp":"38.5"}]}""")
            .Deserialize<Parcel>()
            .Should().BeEquivalentTo(new Parcel("Greyline", [new Item("lamp", 38.5m)]));

    [Fact]
    public void Reads_items_that_the_model_wrote_as_json_text()
    {
        JsonOutput output = Output("""{"carrier_name":"Greyline","items":["{\"name\": \"lamp\", \"value_gbp\": 38.5}"," {\"name\":\"vase\",\"value_gbp\":1}"]}""");

        var expected = new Parcel("Greyline", [new Item("lamp", 38.5m), new Item("vase", 1m)]);
        output.Deserialize(ParcelContext.Default.Parcel).Should().BeEquivalentTo(expected);
        output.Deserialize<Parcel>().Should().BeEquivalentTo(expected);
        output.Raw.GetProperty("items")[0].ValueKind.Should().Be(JsonValueKind.String, "the raw answer stays as it came");
    }

    [Fact]
    public void Reads_json_text_at_every_level_and_leaves_other_text_alone()
    {
        JsonOutput output = Output("""
            {
              "the.notes": ["{\"name\": \"left as text\"}"],
              "parcels": [
                "{\"carrier_name\":\"A {1}\",\"items\":[\"{\\\"name\\\":\\\"lamp\\\",\\\"value_gbp\\\":1}\"]}",
                {"carrier_name":"B","items":["{\"name\":\"vase\",\"value_gbp\":2}"]}
              ],
              "odd name": ["{\"name\":\"rug\",\"value_gbp\":3}"]
            }
            """);

        Depot depot = output.Deserialize(ParcelContext.Default.Depot);

        depot.Notes.Should().Equal("""{"name": "left as text"}""");
        depot.Parcels.Select(parcel => parcel.CarrierName).Should().Equal("A {1}", "B");
        depot.Parcels.SelectMany(parcel => parcel.Items).Concat(depot.Odd).Select(item => item.Name).Should().Equal("lamp", "vase", "rug");
    }

    [Fact]
    public void Reads_a_bare_list_of_json_text() =>
        Output("""["{\"name\":\"lamp\",\"value_gbp\":1}"]""").Deserialize(ParcelContext.Default.ListItem).Should().ContainSingle().Which.Name.Should().Be("lamp");

    [Fact]
    public void Says_where_an_answer_does_not_fit()
    {
        JsonOutput output = Output("""{"carrier_name":"Greyline","items":["a lamp"]}""");

        output.Invoking(answer => answer.Deserialize(ParcelContext.Default.Parcel)).Should().Throw<JsonException>()
            .Which.Path.Should().Be("$.items[0]");
    }

    [Theory]
    [InlineData("""["{\"name\":"]""")]
    [InlineData("""["[]"]""")]
    [InlineData("""["{\"name\":7}"]""")]
    public void Fails_when_the_text_is_no_such_object(string items) =>
        Output($$"""{"items":{{items}}}""").Invoking(answer => answer.Deserialize(ParcelContext.Default.Parcel)).Should().Throw<JsonException>()
            .Which.Path.Should().Be("$.items[0]");

    [Fact]
    public void Never_gives_null()
    {
        JsonOutput output = Output("\"text\"");

        output.Invoking(answer => answer.Deserialize(ParcelContext.Default.NullText)).Should().Throw<JsonException>()
            .WithMessage("*null*NullText*");
    }

    private static JsonOutput Output(string response) =>
        (JsonOutput)RunJson.Read($$"""{"output_modality":"json","response":{{response}}}""").Output;

    internal sealed record Item(string Name, decimal ValueGbp);

    internal sealed record Parcel(string CarrierName, IReadOnlyList<Item> Items);

    internal sealed record Depot(
        [property: JsonPropertyName("the.notes")] IReadOnlyList<string> Notes,
        IReadOnlyList<Parcel> Parcels,
        [property: JsonPropertyName("odd name")] IReadOnlyList<Item> Odd);

    [JsonConverter(typeof(NullTextConverter))]
    internal sealed record NullText;

    internal sealed class NullTextConverter : JsonConverter<NullText?>
    {
        public override NullText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => null;

        public override void Write(Utf8JsonWriter writer, NullText? value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Parcel))]
    [JsonSerializable(typeof(Depot))]
    [JsonSerializable(typeof(List<Item>))]
    [JsonSerializable(typeof(NullText))]
    private sealed partial class ParcelContext : JsonSerializerContext;
}
