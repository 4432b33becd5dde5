using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client.Tests.Contract;
using Xunit;

namespace TaskPlatform.Client.Tests.Serialization;

public sealed class AnswerToleranceTests
{
    private static readonly string[] OddValues = ["null", "true", "5", "-7.25", "1e400", "\"\"", "\"odd\"", "[]", "[null,5,\"x\",[],{}]", "{}", """{"x":null,"id":[]}"""];

    public static TheoryData<string> Answers =>
        [.. ContractKeys.All.Keys.Where(static name => !name.EndsWith("Request", StringComparison.Ordinal) && !name.EndsWith("Input", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Reads_an_empty_object_and_every_member_of_it(string name) => ReadEverything(name, "{}").Should().NotBeNull();

    [Theory]
    [MemberData(nameof(Answers))]
    public void Reads_an_object_of_nulls_like_an_empty_one(string name)
    {
        object nulls = ReadEverything(name, "{" + string.Join(',', ContractKeys.All[name].Select(static key => $"\"{key}\":null")) + "}");
        object empty = ReadEverything(name, "{}");

        JsonSerializer.Serialize(nulls, nulls.GetType(), Serializers.Ours).Should().Be(JsonSerializer.Serialize(empty, empty.GetType(), Serializers.Ours));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Survives_a_value_of_any_kind_under_any_key(string name)
    {
        foreach (string key in ContractKeys.All[name])
        {
            foreach (string value in OddValues)
            {
                string json = $$"""{"{{key}}":{{value}},"later":{{value}}}""";
                FluentActions.Invoking(() => ReadEverything(name, json)).Should().NotThrow(json);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Gives_unknown_keys_back(string name)
    {
        object answer = ReadEverything(name, """{"later":{"b":[1.50,null],"a":"x"}}""");

        JsonSerializer.Serialize(answer, answer.GetType(), Serializers.Ours).Should().EndWith(""""later":{"b":[1.50,null],"a":"x"}}"""");
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Has_nothing_required_and_keeps_unknown_keys_from_being_set(string name)
    {
        Type type = ContractKeys.TypeOf(name);

        type.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)).Should().BeFalse();
        PropertyInfo unknown = type.GetProperties().Single(static property => property.IsDefined(typeof(JsonExtensionDataAttribute)));
        unknown.SetMethod!.IsPublic.Should().BeFalse();
    }

    [Fact]
    public void Reads_lists_inside_lists_without_what_is_no_entry()
    {
        Tag tag = Serializers.Read<Tag>("""{"children":[null,5,{"name":"a","children":null},"x",{"name":"b","children":[{"name":"c"}]}],"tagged_entities":["i",null,7]}""");

        tag.Children.Select(static child => child.Name).Should().Equal("a", "b");
        tag.Children[0].Children.Should().BeEmpty();
        tag.Children[1].Children.Should().ContainSingle().Which.Name.Should().Be("c");
        tag.TaggedEntities.Should().Equal("i", "7");
    }

    [Fact]
    public void Reads_settings_in_which_a_key_stands_twice_as_their_last()
    {
        InputProcessor processor = Serializers.Read<InputProcessor>("""{"config":{"a":1,"deep":[{"x":1,"x":{"y":1,"y":null}}],"a":2.50}}""");

        processor.Config!.Select(static member => member.Key).Should().Equal("a", "deep");
        processor.Config!["deep"]![0]!["x"]!.AsObject().Should().ContainKey("y");
        Serializers.Write(processor).Should().Contain(""""config":{"a":2.50,"deep":[{"x":{"y":null}}]}"""");
    }

    [Theory]
    [InlineData("2025-03-26T10:31:02.415870Z", "2025-03-26T10:31:02.4158700+00:00")]
    [InlineData("2025-03-26T10:31:02Z", "2025-03-26T10:31:02.0000000+00:00")]
    [InlineData("2025-03-26T10:31:02.415870", "2025-03-26T10:31:02.4158700+00:00")]
    [InlineData("2025-03-26T10:31:02", "2025-03-26T10:31:02.0000000+00:00")]
    [InlineData("2025-03-26T10:31:02.5+05:30", "2025-03-26T10:31:02.5000000+05:30")]
    [InlineData("2025-07-01", "2025-07-01T00:00:00.0000000+00:00")]
    public void Reads_timestamps_whatever_the_zone_of_this_machine(string wire, string expected)
    {
        TaskRevision revision = Serializers.Read<TaskRevision>($$"""{"created":"{{wire}}","modified":"{{wire}}"}""");

        revision.Created.ToString("O").Should().Be(expected);
        revision.Modified!.Value.ToString("O").Should().Be(expected);
    }

    [Theory]
    [InlineData("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("0195D207-32BB-003D-0FDC-7EE4D2F9E1AA")]
    public void Reads_ids_with_any_version_bits(string id)
    {
        TaskDefinition task = Serializers.Read<TaskDefinition>($$"""{"id":"{{id}}","cloned_from_task_revision_id":"{{id}}"}""");

        task.Id.ToString().Should().BeEquivalentTo(id);
        task.ClonedFromTaskRevisionId.Should().Be(task.Id);
    }

    [Fact]
    public void Reads_single_values_that_came_as_text()
    {
        Serializers.Read<TaskDefinition>("""{"enabled":"true"}""").Enabled.Should().BeTrue();
        Serializers.Read<TaskAgentRevision>("""{"max_turns":"25"}""").MaxTurns.Should().Be(25);
        Serializers.Read<TaskAgentRevision>("""{"max_turns":25.0}""").MaxTurns.Should().Be(25);
        Serializers.Read<ActiveRevision>("""{"weight":"0.25"}""").Weight.Should().Be(0.25);
        Serializers.Read<TaskDefinition>("""{"name":7}""").Name.Should().Be("7");
    }

    [Theory]
    [InlineData("\"9.00\"", "9.00")]
    [InlineData("\"+1.\"", "1")]
    [InlineData("\".5\"", "0.5")]
    [InlineData("7.25", "7.25")]
    public void Reads_credits_as_decimals(string wire, string expected)
    {
        TaskAgentSummary summary = Serializers.Read<TaskAgentSummary>($$"""{"average_charged_credits":{{wire}}}""");

        summary.AverageChargedCredits.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        summary.AverageChargedCreditsText.Should().Be(wire.Trim('"'));
    }

    private static object ReadEverything(string name, string json)
    {
        object answer = JsonSerializer.Deserialize(json, ContractKeys.TypeOf(name), Serializers.Ours)!;
        foreach (PropertyInfo property in answer.GetType().GetProperties())
        {
            object? value = property.GetValue(answer);
            _ = value?.ToString();
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && property.Name != nameof(McpServerAttachment.AllowedToolIds))
            {
                value.Should().NotBeNull(property.Name);
            }
        }

        _ = answer.ToString();
        _ = JsonSerializer.Serialize(answer, answer.GetType(), Serializers.Ours);
        return answer;
    }
}
