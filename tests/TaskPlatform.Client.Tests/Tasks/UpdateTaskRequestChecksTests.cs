using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class UpdateTaskRequestChecksTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Refuses_an_update_with_nothing_set()
    {
        Refused(new()).Should().Contain("nothing to send");
        Refused(new() { AdditionalFields = [] }).Should().Contain("nothing to send");
    }

    [Fact]
    public void Takes_any_single_member()
    {
        foreach ((UpdateTaskRequest request, string body) in UpdateTaskRequestCases.All.Values.Where(static entry => entry.Body != "{}"))
        {
            FluentActions.Invoking(() => UpdateTaskRequestChecks.Refuse(request)).Should().NotThrow(body);
        }
    }

    [Fact]
    public void Refuses_a_further_key_that_has_a_member_and_names_it()
    {
        foreach (string key in UpdateTaskRequestMembers.All.Select(static member => member.Key))
        {
            Refused(new() { AdditionalFields = new JsonObject { [key] = "content" } }).Should().Contain($"the key {key}").And.NotContain("content");
        }

        Refused(new() { AdditionalFields = new JsonObject { ["retention_days"] = 1, ["tags"] = null } }).Should().Contain("tags");
    }

    [Theory]
    [InlineData("Claims desk-2")]
    [InlineData(" ")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData(null)]
    public void Takes_a_name_the_platform_takes(string? name) =>
        FluentActions.Invoking(() => UpdateTaskRequestChecks.Check(new() { Name = name })).Should().NotThrow();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Café", "4 characters")]
    [InlineData("line\n", "5 characters")]
    [InlineData("snake_case", "10 characters")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "64 characters long; the platform takes at most 63")]
    public void Refuses_a_name_the_platform_does_not_take(string name, string expected) =>
        Checked(new() { Name = name }).Should().Contain("Name").And.Contain(expected).And.NotContain(name.Length == 0 ? "\0" : name);

    [Fact]
    public void Counts_an_annotation_in_unicode_scalars()
    {
        FluentActions.Invoking(() => UpdateTaskRequestChecks.Check(new() { Annotation = Emoji(255) })).Should().NotThrow();
        Checked(new() { Annotation = Emoji(256) }).Should().Contain("Annotation is 256 characters long").And.Contain("255");
    }

    [Fact]
    public void Takes_traffic_that_adds_up()
    {
        ActiveRevision[][] fine = [[], [new(Id)], [new() { TaskRevisionId = Id }], [new(Id, 0.1), new(Guid.NewGuid(), 0.2), new(Guid.NewGuid(), 0.7)], [new(Id, 0), new(Guid.NewGuid(), 0.9999995)]];
        foreach (ActiveRevision[] revisions in fine)
        {
            FluentActions.Invoking(() => UpdateTaskRequestChecks.Check(new() { ActiveRevisions = revisions })).Should().NotThrow();
        }

        FluentActions.Invoking(() => UpdateTaskRequestChecks.Check(new() { ActiveRevisions = null })).Should().NotThrow();
    }

    [Fact]
    public void Refuses_traffic_that_does_not()
    {
        Traffic(new ActiveRevision(Id, 0.5)).Should().Contain("add up to 0.5");
        Traffic(new(Id, 0.5), new(Guid.NewGuid(), 0.50001)).Should().Contain("add up to");
        Traffic(new(Id, 1.5), new(Guid.NewGuid(), -0.5)).Should().Contain("weight 1.5; weights are 0 to 1");
        Traffic(new ActiveRevision(Id, double.NaN)).Should().Contain("weights are 0 to 1");
        Traffic(new(Id, 0.5), new(Id, 0.5)).Should().Contain($"{Id} twice");
        Traffic(new() { TaskRevisionId = Id }, new() { TaskRevisionId = Guid.NewGuid() }).Should().Contain("add up to 2");
        Traffic(new ActiveRevision[] { null! }).Should().Contain("null");
    }

    [Fact]
    public void Refuses_to_activate_what_makes_no_revision_or_a_test_or_traffic_of_its_own()
    {
        Activation(new()).Should().Contain("nothing to send");
        Activation(new() { Name = "N", Tags = [] }).Should().Contain("makes a new revision");
        Activation(new() { SystemPrompt = "S", ActiveRevisions = [] }).Should().Contain("ActiveRevisions");
        Activation(new() { SystemPrompt = "S", Test = true }).Should().Contain("Test");
    }

    [Fact]
    public void Takes_any_revision_member_for_activation()
    {
        foreach (RequestMember<UpdateTaskRequest> member in UpdateTaskRequestMembers.All.Where(static member => member.MakesRevision && member.Key != "test"))
        {
            UpdateTaskRequest request = UpdateTaskRequestCases.All[member.Key + ": value"].Request;
            FluentActions.Invoking(() => UpdateTaskRequestChecks.RefuseBeforeActivation(request)).Should().NotThrow(member.Key);
        }

        FluentActions.Invoking(() => UpdateTaskRequestChecks.RefuseBeforeActivation(new() { Test = false })).Should().NotThrow();
        FluentActions.Invoking(() => UpdateTaskRequestChecks.RefuseBeforeActivation(new() { AdditionalFields = new JsonObject { ["later"] = 1 } })).Should().NotThrow();
    }

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("😀", count));

    private static string Refused(UpdateTaskRequest request) => Message(() => UpdateTaskRequestChecks.Refuse(request));

    private static string Checked(UpdateTaskRequest request) => Message(() => UpdateTaskRequestChecks.Check(request));

    private static string Activation(UpdateTaskRequest request) => Message(() => UpdateTaskRequestChecks.RefuseBeforeActivation(request));

    private static string Traffic(params ActiveRevision[] revisions) => Message(() => UpdateTaskRequestChecks.Check(new() { ActiveRevisions = revisions }));

    private static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
}
