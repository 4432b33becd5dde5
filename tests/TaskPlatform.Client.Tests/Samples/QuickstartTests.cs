using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Samples;

public sealed partial class QuickstartTests
{
    private static readonly Dictionary<string, string> NoEnvironment = new(StringComparer.Ordinal);

    [Fact]
    public async Task Shows_the_main_job_on_the_embedded_platform_and_leaves_nothing_behind()
    {
        SampleProgram program = await RunAsync([], NoEnvironment);

        program.ExitCode.Should().Be(0);
        program.Errors.Should().BeEmpty();
        program.Output.Should().Contain(" checks passed, 0 failed").And.NotContain("✗").And.NotContain("\u001b").And.NotContain("fake_");
        Directory.Exists(Folder().Match(program.Output).Groups["path"].Value).Should().BeFalse();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--live")]
    [InlineData("--live --task 01a20059-6343-e078-cb09-492cda89d313")]
    [InlineData("--live --task x --agent 01a20059-6343-e078-cb09-492cda89d313")]
    [InlineData("--task 01a20059-6343-e078-cb09-492cda89d313 --agent 01a20059-6343-e078-cb09-492cda89d313")]
    [InlineData("--live --live --task 01a20059-6343-e078-cb09-492cda89d313 --agent 01a20059-6343-e078-cb09-492cda89d313")]
    public async Task Wrong_arguments_print_the_usage_and_do_nothing(string arguments)
    {
        SampleProgram program = await RunAsync(arguments.Split(' '), NoEnvironment, "yes");

        program.ExitCode.Should().Be(2);
        program.Output.Should().BeEmpty();
        program.Errors.Should().Contain("--live --task ID --agent ID");
    }

    [Fact]
    public async Task Live_without_an_environment_names_the_variables()
    {
        SampleProgram program = await RunAsync(Live(Guid.NewGuid(), Guid.NewGuid()), NoEnvironment, "yes");

        program.ExitCode.Should().Be(2);
        program.Errors.Should().ContainAll("TASKPLATFORM_ORG_ID", "TASKPLATFORM_PROJECT_ID", "TASKPLATFORM_CLIENT_ID", "TASKPLATFORM_API_KEY");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("yess")]
    public async Task Live_without_a_yes_sends_nothing(string? answer)
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        (FakeTask task, FakeTaskAgent agent) = Add(host.Fake);

        SampleProgram program = await RunAsync(Live(task.Id, agent.Id), Environment(host), answer);

        program.ExitCode.Should().Be(3);
        program.Output.Should().ContainAll(task.Id.ToString(), agent.Id.ToString(), "What changes", "What may be charged", "Nothing was sent");
        host.Fake.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("json", true)]
    [InlineData("image", false)]
    public async Task Live_with_a_yes_changes_runs_and_sets_everything_back(string modality, bool hasFallback)
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        (FakeTask task, FakeTaskAgent agent) = Add(host.Fake, modality, hasFallback);

        SampleProgram program = await RunAsync(Live(task.Id, agent.Id), Environment(host), "yes");

        program.Output.Should().Contain(" checks passed, 0 failed").And.NotContain(host.Fake.ClientSecret).And.NotContain(task.AccessToken);
        program.ExitCode.Should().Be(0);
        task.Revisions.Select(revision => revision.Weight).Should().Equal(1, null, null);
        agent.ActiveRevisionId.Should().Be(agent.Revisions[0].Id);
        task.Runs.Should().HaveCount(hasFallback ? 3 : 2).And.OnlyContain(run => (string)run.Inputs["text"]! == "sample text");
    }

    [Fact]
    public async Task Live_sets_the_traffic_back_when_a_run_fails()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        (FakeTask task, FakeTaskAgent agent) = Add(host.Fake);
        task.FailPrimary("overloaded");

        SampleProgram program = await RunAsync(Live(task.Id, agent.Id), Environment(host), "yes");

        program.ExitCode.Should().Be(1);
        program.Output.Should().Contain("TaskRunFailedException");
        task.Revisions.Select(revision => revision.Weight).Should().Equal(1, null, null);
        task.Runs.Should().ContainSingle();
    }

    [Fact]
    public async Task Live_says_when_it_is_not_known_what_became_of_a_call()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        (FakeTask task, FakeTaskAgent agent) = Add(host.Fake);
        host.Fake.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.InternalServerError);

        SampleProgram program = await RunAsync(Live(task.Id, agent.Id), Environment(host), "yes");

        program.ExitCode.Should().Be(1);
        program.Output.Should().Contain("may have carried this call out");
        host.Fake.Requests.Should().HaveCount(2, "a token was asked for, then one update sent");
    }

    private static (FakeTask Task, FakeTaskAgent Agent) Add(FakeTaskPlatform platform, string modality = "json", bool hasFallback = false) => (
        platform.AddTask("Translate", task =>
        {
            task.Modality = modality;
            task.UserPrompt = "Translate {text}";
            task.FallbackModelId = hasFallback ? platform.FallbackModelId : null;
        }),
        platform.AddAgent("Concierge"));

    private static string[] Live(Guid taskId, Guid agentId) => ["--live", "--task", taskId.ToString(), "--agent", agentId.ToString()];

    private static Dictionary<string, string> Environment(KestrelPlatform host) => new(StringComparer.Ordinal)
    {
        ["TASKPLATFORM_ORG_ID"] = host.Fake.OrganizationId.ToString(),
        ["TASKPLATFORM_PROJECT_ID"] = host.Fake.ProjectId.ToString(),
        ["TASKPLATFORM_CLIENT_ID"] = host.Fake.ClientId,
        ["TASKPLATFORM_CLIENT_SECRET"] = host.Fake.ClientSecret,
        ["TASKPLATFORM_BASE_URL"] = host.BaseAddress.ToString(),
        ["TASKPLATFORM_TOKEN_URL"] = host.TokenEndpoint.ToString(),
    };

    private static Task<SampleProgram> RunAsync(string[] arguments, Dictionary<string, string> environment, string? input = null) =>
        SampleProgram.RunAsync("Quickstart", arguments, environment, input, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"folder\s+(?<path>\S+), removed at the end", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folder();
}
