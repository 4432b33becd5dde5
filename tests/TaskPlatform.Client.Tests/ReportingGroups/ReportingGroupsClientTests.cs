using System.Net;
using System.Text.Json;
using FluentAssertions;
using NSubstitute;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.ReportingGroups;

public sealed class ReportingGroupsClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_reads_changes_and_deletes_a_group()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        ReportingGroupsClient groups = live.Client.ReportingGroups;

        ReportingGroup made = await groups.CreateAsync(new CreateReportingGroupRequest { Name = "leith-depot", Description = "Runs started at Leith" }, Cancellation);
        ReportingGroup bare = await groups.CreateAsync(new CreateReportingGroupRequest { Name = "oban" }, new RequestOptions(), Cancellation);
        ReportingGroup renamed = await groups.UpdateAsync(made.Id, new UpdateReportingGroupRequest { Name = "leith" }, Cancellation);
        ReportingGroup plain = await groups.UpdateAsync(made.Id, new UpdateReportingGroupRequest { Description = null }, new RequestOptions(), Cancellation);
        ReportingGroup read = await groups.GetAsync(made.Id, Cancellation);
        await groups.DeleteAsync(made.Id, Cancellation);

        (made.Name, made.Description, made.ProjectId, made.Response!.StatusCode).Should().Be(("leith-depot", "Runs started at Leith", live.Platform.ProjectId, HttpStatusCode.Created));
        bare.Description.Should().BeNull();
        (renamed.Name, renamed.Description, plain.Name, plain.Description, read.Name).Should().Be(("leith", "Runs started at Leith", "leith", null, "leith"));
        await ConnectedClient.ThrownAsync<TaskPlatformNotFoundException>(() => groups.GetAsync(made.Id, new RequestOptions(), Cancellation));
        await ConnectedClient.ThrownAsync<TaskPlatformNotFoundException>(() => groups.DeleteAsync(made.Id, new RequestOptions(), Cancellation));
        live.Platform.Requests.Select(static request => request.Text).Where(static text => text.Length > 0).Should().Equal(
            """{"name":"leith-depot","description":"Runs started at Leith"}""", """{"name":"oban"}""", """{"name":"leith"}""", """{"description":null}""");
        string project = $"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/reporting-groups";
        live.Platform.Requests.Take(6).Select(static request => $"{request.Method} {request.Path}").Should().Equal(
            $"POST {project}", $"POST {project}", $"POST {project}/{made.Id}", $"POST {project}/{made.Id}", $"GET {project}/{made.Id}", $"DELETE {project}/{made.Id}");
    }

    [Fact]
    public async Task Lists_all_groups_and_finds_one_by_its_name()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        for (int number = 0; number < 101; number++)
        {
            await live.Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = $"customer {number}" }, Cancellation);
        }

        List<ReportingGroup> listed = await live.Client.ReportingGroups.ListAsync(Cancellation).AllAsync(Cancellation);
        ReportingGroup? oldest = await live.Client.ReportingGroups.FindByNameAsync("customer 0", Cancellation);
        ReportingGroup? newest = await live.Client.ReportingGroups.FindByNameAsync("customer 100", new RequestOptions(), Cancellation);
        ReportingGroup? none = await live.Client.ReportingGroups.FindByNameAsync("Customer 0", Cancellation);

        listed.Should().HaveCount(101).And.OnlyContain(static group => group.Response == null);
        (listed[0].Name, oldest!.Name, newest!.Name, none).Should().Be(("customer 100", "customer 0", "customer 100", null));
        live.Platform.RequestsFor(FakeOperation.ListReportingGroups).Should().HaveCount(7, "two pages each, but one for the newest");
        await Assert.ThrowsAsync<ArgumentException>(() => live.Client.ReportingGroups.FindByNameAsync("", Cancellation));
    }

    [Fact]
    public async Task A_run_is_counted_under_the_group_of_its_client_unless_it_names_one()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(static options => options.ReportingGroup = "acme");
        ReportingGroup acme = await live.Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme" }, Cancellation);

        TaskRun usual = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), Cancellation);
        TaskRun other = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { ReportingGroup = "globex" }, Cancellation);
        TaskRun none = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { ReportingGroup = "" }, Cancellation);

        (usual.ReportingGroupId, usual.ReportingGroup!.Name, other.ReportingGroup!.Name, none.ReportingGroup).Should().Be((acme.Id, "acme", "globex", null));
        live.Platform.RequestsFor(FakeOperation.RunTask).Select(static request => request.Query).Should().Equal("?reporting_group=acme", "?reporting_group=globex", "");
    }

    [Fact]
    public async Task A_change_is_not_sent_twice_and_a_name_that_is_taken_is_told()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.CreateReportingGroup, HttpStatusCode.InternalServerError, at: FakeMoment.AfterExecution);

        TaskPlatformException lost = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme" }, Cancellation));
        TaskPlatformApiException taken = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme" }, Cancellation));

        lost.OutcomeUnknown.Should().BeTrue();
        (taken.StatusCode, taken.OutcomeUnknown).Should().Be((HttpStatusCode.Conflict, false));
        live.Platform.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Mistakes_are_refused_before_anything_is_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        ReportingGroupsClient groups = live.Client.ReportingGroups;
        Guid id = Guid.NewGuid();
        string tooLong = new('n', 65);
        Func<Task>[] calls =
        [
            () => groups.CreateAsync(null!, Cancellation),
            () => groups.CreateAsync(new CreateReportingGroupRequest { Name = "" }, Cancellation),
            () => groups.CreateAsync(new CreateReportingGroupRequest { Name = null! }, Cancellation),
            () => groups.CreateAsync(new CreateReportingGroupRequest { Name = tooLong }, Cancellation),
            () => groups.CreateAsync(new CreateReportingGroupRequest { Name = "a", Description = new string('d', 501) }, Cancellation),
            () => groups.UpdateAsync(id, null!, Cancellation),
            () => groups.UpdateAsync(id, new UpdateReportingGroupRequest(), Cancellation),
            () => groups.UpdateAsync(id, new UpdateReportingGroupRequest { Name = "" }, Cancellation),
            () => groups.UpdateAsync(id, new UpdateReportingGroupRequest { Name = tooLong }, Cancellation),
            () => groups.UpdateAsync(id, new UpdateReportingGroupRequest { Description = new string('d', 501) }, Cancellation),
            () => groups.GetAsync(Guid.Empty, Cancellation),
            () => groups.DeleteAsync(Guid.Empty, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            Task started = call();
            (await Assert.ThrowsAnyAsync<ArgumentException>(() => started)).Message.Should().NotContain("nnn").And.NotContain("ddd");
        }

        live.Platform.Requests.Should().BeEmpty();
        await groups.CreateAsync(new CreateReportingGroupRequest { Name = new string('n', 64), Description = new string('d', 500) }, Cancellation);
    }

    [Fact]
    public async Task Limits_are_the_platforms_business_if_requests_are_not_checked()
    {
        await using ConnectedClient trusting = await ConnectedClient.StartAsync(static options => options.ValidateRequests = false);

        TaskPlatformValidationException failure =
            await ConnectedClient.ThrownAsync<TaskPlatformValidationException>(() => trusting.Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "" }, Cancellation));

        failure.Issues.Should().ContainSingle().Which.Type.Should().Be("string_too_short");
    }

    [Fact]
    public async Task Can_be_mocked()
    {
        ReportingGroupsClient groups = Substitute.For<ReportingGroupsClient>();
        TaskPlatformClient client = Substitute.For<TaskPlatformClient>();
        client.ReportingGroups.Returns(groups);
        groups.GetAsync(Guid.Empty, Arg.Any<CancellationToken>()).Returns(JsonSerializer.Deserialize<ReportingGroup>("""{"name":"acme"}""")!);

        (await client.ReportingGroups.GetAsync(Guid.Empty, Cancellation)).Name.Should().Be("acme");
    }
}
