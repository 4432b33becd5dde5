using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Typed;

/// <summary>Formats written by hand.</summary>
public sealed class OutputFieldTests
{
    [Fact]
    public void Says_everything_the_platform_can_be_told_in_the_order_given()
    {
        var format = new OutputFormat
        {
            ["z"] = OutputField.Text,
            ["summary"] = OutputField.Text.WithDescription("One sentence."),
            ["count"] = OutputField.Integer,
            ["ratio"] = OutputField.Number.WithDescription("0 to 1."),
            ["ok"] = OutputField.Boolean,
            ["tone"] = OutputField.OneOf("formal", "casual").WithDescription("How it sounds."),
            ["words"] = OutputField.List(OutputField.Text).WithDescription("At most five."),
            ["rows"] = OutputField.List(OutputType.List),
            ["items"] = OutputField.List(OutputField.Object(new OutputFormat { ["name"] = OutputField.Text, ["tone"] = OutputField.OneOf("a") })),
            ["sender"] = OutputField.Object(new OutputFormat { ["city"] = OutputField.Text.WithDescription("Its town.") }).WithDescription("Who sends."),
            ["anything"] = OutputType.Object,
            ["a"] = OutputType.List,
        };
        string expected = """
            {"z":"str","summary":{"type":"str","description":"One sentence."},"count":"int","ratio":{"type":"number","description":"0 to 1."},"ok":"bool",
            "tone":{"type":"str","description":"How it sounds.","options":["formal","casual"]},"words":{"type":"list","description":"At most five.","item_type":"str"},
            "rows":{"type":"list","item_type":"list"},
            "items":{"type":"list","item_type":"object","nested_structure":{"name":"str","tone":{"type":"str","options":["a"]}}},
            "sender":{"type":"object","description":"Who sends.","nested_structure":{"city":{"type":"str","description":"Its town."}}},"anything":"object","a":"list"}
            """.ReplaceLineEndings("");

        Serializers.Write(format).Should().Be(expected);
        Serializers.Read<OutputFormat>(expected).IsSameAs(format).Should().BeTrue();
    }

    [Fact]
    public void A_description_leaves_the_field_it_is_made_from_alone()
    {
        _ = OutputField.Text.WithDescription("x");

        OutputField.Text.Description.Should().BeNull();
        Serializers.Write(new OutputFormat { ["t"] = OutputField.Text }).Should().Be("""{"t":"str"}""");
    }

    [Fact]
    public void Refuses_options_that_are_no_closed_list()
    {
        FluentActions.Invoking(() => OutputField.OneOf()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => OutputField.OneOf("a", "a")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => OutputField.OneOf("a", null!)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Options_are_copied()
    {
        string[] words = ["a", "b"];
        OutputField field = OutputField.OneOf(words);

        words[0] = "changed";

        field.Options.Should().Equal("a", "b");
    }

    [Fact]
    public void Refuses_what_the_platform_has_no_place_for_in_a_list()
    {
        foreach (OutputField item in (OutputField[])[OutputField.Text.WithDescription("x"), OutputField.OneOf("a"), OutputField.List(OutputField.Text)])
        {
            FluentActions.Invoking(() => OutputField.List(item)).Should().Throw<ArgumentException>().WithParameterName("item").WithMessage("*type and the fields*");
        }
    }

    [Fact]
    public void Is_the_same_as_what_the_platform_writes_in_other_words()
    {
        var made = new OutputFormat
        {
            ["text"] = OutputField.Text,
            ["ok"] = OutputField.Boolean,
            ["items"] = OutputField.List(OutputField.Object(new OutputFormat { ["n"] = OutputField.Integer })),
        };

        made.IsSameAs(Serializers.Read<OutputFormat>(
            """{"ok":{"type":"boolean","description":null},"text":"string","items":{"type":"list","item_type":"object","options":null,"nested_structure":{"n":{"type":"integer"}},"later":1}}"""))
            .Should().BeTrue();
        made.IsSameAs(Serializers.Read<OutputFormat>("""{"text":"str","ok":"bool","items":{"type":"list","item_type":"object","nested_structure":{"n":"number"}}}""")).Should().BeFalse();
        made.IsSameAs(Serializers.Read<OutputFormat>("""{"text":"str","ok":"bool"}""")).Should().BeFalse();
        made.IsSameAs(null).Should().BeFalse();
        new OutputFormat().IsSameAs(null).Should().BeTrue();
    }
}
