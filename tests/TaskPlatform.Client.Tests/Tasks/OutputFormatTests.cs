using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class OutputFormatTests
{
    [Fact]
    public void Keeps_the_order_and_the_short_form()
    {
        var format = new OutputFormat { ["z"] = OutputType.Boolean, ["a"] = new OutputField { Type = OutputType.Text }, ["m"] = OutputType.Integer };

        Serializers.Write(format).Should().Be("""{"z":"bool","a":{"type":"str"},"m":"int"}""");
        format.Keys.Should().Equal("z", "a", "m");
        format.Count.Should().Be(3);
        format["a"].Type.Should().Be(OutputType.Text);
        format.ContainsKey("q").Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"b":"string","a":{"description":null,"type":"str","options":[1,"x"],"min":1.50},"l":{"type":"list","items":{"x":1},"item_type":null}}""")]
    [InlineData("""{"b":{"type":"object","nested_structure":{"y":"number","x":{"type":"boolean"}}},"odd":5,"none":null,"list":["str"]}""")]
    [InlineData("""[{"name":"b","type":"str"}]""")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    public void Writes_back_exactly_what_it_read(string json)
    {
        OutputFormat format = Serializers.Read<OutputFormat>(json);

        Serializers.Write(format).Should().Be(json);
        format.Raw!.Value.GetRawText().Should().Be(json);
    }

    [Fact]
    public void Reads_every_part_of_a_field()
    {
        OutputFormat format = Serializers.Read<OutputFormat>(
            """{"f":{"type":"list","description":"d","options":["a",2],"item_type":"object","nested_structure":{"n":"integer"},"later":1},"w":"string"}""");

        OutputField field = format["f"];
        field.Type.Should().Be(OutputType.List);
        field.Description.Should().Be("d");
        field.Options.Should().Equal("a", "2");
        field.ItemType.Should().Be(OutputType.Object);
        field.NestedStructure!["n"].Type.Should().Be(OutputType.Integer);
        field.AdditionalFields!["later"].GetInt32().Should().Be(1);
        format["w"].Type.Value.Should().Be("string");
        format["w"].Type.Should().Be(OutputType.Text);
    }

    [Fact]
    public void Writes_a_changed_copy_of_a_field_anew_and_keeps_what_it_does_not_know()
    {
        OutputFormat read = Serializers.Read<OutputFormat>("""{"w":"str","f":{"later":1,"type":"str","description":null}}""");

        var changed = new OutputFormat(read.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value with { Description = "new" }))) { ["x"] = OutputType.Number };

        Serializers.Write(changed).Should().Be("""{"w":{"type":"str","description":"new"},"f":{"type":"str","description":"new","later":1},"x":"number"}""");
        Serializers.Write(read).Should().Be("""{"w":"str","f":{"later":1,"type":"str","description":null}}""");
    }

    [Fact]
    public void Keeps_the_word_alone_when_only_the_type_changes()
    {
        OutputField field = OutputType.Text;

        Serializers.Write(field with { Type = new OutputType("later") }).Should().Be("\"later\"");
    }

    [Fact]
    public void Takes_a_field_without_a_type()
    {
        OutputField field = Serializers.Read<OutputFormat>("""{"f":{}}""")["f"];

        field.Type.Value.Should().BeEmpty();
        field.Description.Should().BeNull();
        field.Options.Should().BeNull();
    }

    [Fact]
    public void Has_two_words_for_one_type()
    {
        OutputType.Text.Should().Be(new OutputType(OutputType.Words.String));
        OutputType.Boolean.Should().Be(new OutputType(OutputType.Words.Boolean));
        OutputType.Integer.Should().Be(new OutputType(OutputType.Words.Integer));
        OutputType.Text.GetHashCode().Should().Be(new OutputType("string").GetHashCode());
        OutputType.Text.Should().NotBe(OutputType.Boolean);
    }
}
