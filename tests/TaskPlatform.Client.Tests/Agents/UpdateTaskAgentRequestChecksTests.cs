using FluentAssertions;
using TaskPlatform.Client.Agents;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

public sealed class UpdateTaskAgentRequestChecksTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Refuses_an_update_with_nothing_set() => Refused(new()).Should().Contain("nothing to send");

    [Fact]
    public void Takes_any_single_member()
    {
        foreach ((UpdateTaskAgentRequest request, string body) in UpdateTaskAgentRequestCases.All.Values.Where(static entry => entry.Body != "{}"))
        {
            FluentActions.Invoking(() => UpdateTaskAgentRequestChecks.Refuse(request)).Should().NotThrow(body);
        }
    }

    [Fact]
    public void Refuses_activation_beside_any_other_member_name_and_visibility_included()
    {
        foreach ((UpdateTaskAgentRequest request, string body) in UpdateTaskAgentRequestCases.All.Values.Where(static entry => entry.Body != "{}" && !entry.Request.ActiveRevisionId.IsSet))
        {
            Refused(request with { ActiveRevisionId = Id }).Should().Contain("ActiveRevisionId", body);
            Refused(request with { ActiveRevisionId = null }).Should().Contain("ActiveRevisionId", body);
        }
    }

    [Fact]
    public void Holds_the_limits()
    {
        Checked(new() { Name = new string('n', 256) }).Should().Contain("Name is 256 characters long").And.NotContain("nnn");
        Checked(new() { MaxTurns = 0 }).Should().Contain("MaxTurns is 0");
        Checked(new() { MaxTurns = 501 }).Should().Contain("MaxTurns is 501");
        Checked(new() { TaskTools = [Formatter(), Formatter()] }).Should().Contain("2 output formatters");
        Checked(new() { TaskTools = [null!] }).Should().Contain("TaskTools");
        Checked(new() { McpServers = [null!] }).Should().Contain("McpServers");
        Checked(new() { Integrations = [null!] }).Should().Contain("Integrations");
        Checked(new() { Skills = [null!] }).Should().Contain("Skills");
    }

    [Fact]
    public void Takes_what_the_platform_takes()
    {
        UpdateTaskAgentRequest[] fine =
        [
            new() { Name = string.Concat(Enumerable.Repeat("😀", 255)), MaxTurns = 1 },
            new() { Name = null, MaxTurns = null, TaskTools = null, Skills = null },
            new() { MaxTurns = 500, TaskTools = [Formatter(), new() { TaskId = Id, IsOutputFormatter = false }], McpServers = [] },
        ];
        foreach (UpdateTaskAgentRequest request in fine)
        {
            FluentActions.Invoking(() => UpdateTaskAgentRequestChecks.Check(request)).Should().NotThrow();
        }
    }

    [Fact]
    public void Refuses_to_activate_what_makes_no_revision()
    {
        Activation(new() { Name = "N", TaskAgentRunVisibility = null }).Should().Contain("makes a new revision");
        Activation(new() { ActiveRevisionId = Id }).Should().Contain("makes a new revision");
        Activation(new()).Should().Contain("nothing to send");
        FluentActions.Invoking(() => UpdateTaskAgentRequestChecks.RefuseBeforeActivation(new() { Skills = [] })).Should().NotThrow();
    }

    private static TaskToolInput Formatter() => new() { TaskId = Id, IsOutputFormatter = true };

    private static string Refused(UpdateTaskAgentRequest request) => Message(() => UpdateTaskAgentRequestChecks.Refuse(request));

    private static string Checked(UpdateTaskAgentRequest request) => Message(() => UpdateTaskAgentRequestChecks.Check(request));

    private static string Activation(UpdateTaskAgentRequest request) => Message(() => UpdateTaskAgentRequestChecks.RefuseBeforeActivation(request));

    private static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
}
