using System.Globalization;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class ListTasksTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;

    public ListTasksTests() => client = platform.CreateClient(static options => (options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.Zero, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string> Queries => platform.RequestsFor(FakeOperation.ListTasks).Select(static request => request.Query);

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Gives_all_tasks_of_the_project_page_after_page()
    {
        FakeTask[] tasks = [.. Enumerable.Range(0, 5).Select(number => platform.AddTask($"Task {number}"))];

        List<TaskDefinition> listed = await client.Tasks.ListAsync(new ListTasksRequest { PageLimit = 2 }, Cancellation).AllAsync(Cancellation);

        listed.Select(static task => task.Id).Should().BeEquivalentTo(tasks.Select(static task => task.Id));
        Queries.Should().Equal("?page_limit=2", $"?cursor={listed[1].Id}&page_limit=2", $"?cursor={listed[3].Id}&page_limit=2");
        platform.RequestsFor(FakeOperation.ListTasks)[0].Path.Should().Be($"/api/v1/org/{platform.OrganizationId}/project/{platform.ProjectId}/task");
        listed.Should().OnlyContain(static task => task.Response == null);
    }

    [Fact]
    public async Task Asks_for_the_largest_page_and_no_filter_by_itself()
    {
        (await client.Tasks.ListAsync(cancellationToken: Cancellation).AllAsync(Cancellation)).Should().BeEmpty();

        Queries.Should().Equal("?page_limit=100");
    }

    [Fact]
    public async Task Sends_the_filters_that_are_set_escaped()
    {
        platform.AddTask("Translate");
        FakeTask found = platform.AddTask("Sum up");
        Guid tag = platform.AddTag("live", "task");
        await client.Tasks.UpdateAsync(found.Id, new UpdateTaskRequest { Tags = [tag] }, Cancellation);

        List<TaskDefinition> listed = await client.Tasks
            .ListAsync(new ListTasksRequest { Name = "SUM u", TagId = tag, CreatedByMe = true, IncludeTests = false, PageLimit = 7 }, new RequestOptions(), Cancellation)
            .AllAsync(Cancellation);

        listed.Should().ContainSingle().Which.Id.Should().Be(found.Id);
        Queries.Should().Equal($"?name=SUM%20u&tag_id={tag}&created_by_me=true&include_tests=false&page_limit=7");
    }

    [Fact]
    public async Task Asks_for_a_page_only_when_it_is_needed()
    {
        platform.AddTask("One");
        platform.AddTask("Two");
        IAsyncEnumerable<TaskDefinition> tasks = client.Tasks.ListAsync(new ListTasksRequest { PageLimit = 1 }, Cancellation);
        platform.Requests.Should().BeEmpty();

        await foreach (TaskDefinition task in tasks)
        {
            task.Name.Should().Be("Two");
            break;
        }

        Queries.Should().ContainSingle();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_page_limit_the_platform_does_not_take_is_refused_at_once_if_requests_are_checked(int limit)
    {
        client.Tasks.Invoking(tasks => tasks.ListAsync(new ListTasksRequest { PageLimit = limit }, Cancellation))
            .Should().Throw<ArgumentException>().WithParameterName("request").WithMessage(string.Create(CultureInfo.InvariantCulture, $"PageLimit must be from 1 to 100; {limit} was given.*"));
        platform.Requests.Should().BeEmpty();

        using TaskPlatformClient trusting = platform.CreateClient(static options => options.ValidateRequests = false);
        await Assert.ThrowsAsync<TaskPlatformValidationException>(async () => await trusting.Tasks.ListAsync(new ListTasksRequest { PageLimit = limit }, Cancellation).AllAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"results":[{"name":"a"}]}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":null}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":"later"}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":{}}""")]
    [InlineData("""{"results":[null,{"name":"a"},7],"pagination":{"has_next":true}}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":{"has_next":true,"next_cursor":""}}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":{"has_next":false,"next_cursor":"x"}}""")]
    [InlineData("""{"results":[{"name":"a"}],"pagination":{"has_next":null,"next_cursor":"x","page_limit":"7"},"later":1}""")]
    public async Task Ends_where_the_platform_names_no_next_page(string page)
    {
        platform.RespondNext(FakeOperation.ListTasks, HttpStatusCode.OK, page);

        (await client.Tasks.ListAsync(cancellationToken: Cancellation).AllAsync(Cancellation)).Should().ContainSingle().Which.Name.Should().Be("a");

        Queries.Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"results":null}""")]
    [InlineData("""{"results":{}}""")]
    [InlineData("""[{"name":"a"}]""")]
    public async Task A_page_without_a_list_is_asked_for_again_and_never_taken_for_an_empty_one(string page)
    {
        platform.RespondNext(FakeOperation.ListTasks, HttpStatusCode.OK, page, times: 3);

        TaskPlatformSerializationException failure = await Assert.ThrowsAsync<TaskPlatformSerializationException>(async () => await client.Tasks.ListAsync(cancellationToken: Cancellation).AllAsync(Cancellation));

        failure.Message.Should().Contain("Page of TaskDefinition");
        failure.OutcomeUnknown.Should().BeFalse();
        Queries.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_again_where_it_failed()
    {
        platform.AddTask("One");
        platform.AddTask("Two");
        List<string> names = [];

        await foreach (TaskDefinition task in client.Tasks.ListAsync(new ListTasksRequest { PageLimit = 1 }, Cancellation))
        {
            names.Add(task.Name);
            platform.RespondNext(FakeOperation.ListTasks, HttpStatusCode.BadGateway);
        }

        names.Should().Equal("Two", "One");
        Queries.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_cursor_that_comes_again_is_told_after_all_that_came()
    {
        const string Page = """{"results":[{"name":"a"}],"pagination":{"has_next":true,"next_cursor":"c 1"}}""";
        platform.RespondNext(FakeOperation.ListTasks, HttpStatusCode.OK, Page, times: 2);
        List<string> names = [];

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(async () =>
        {
            await foreach (TaskDefinition task in client.Tasks.ListAsync(cancellationToken: Cancellation))
            {
                names.Add(task.Name);
            }
        });

        names.Should().Equal("a", "a");
        failure.Message.Should().Contain("does not come to an end").And.Contain("page 2").And.Contain("more may be missing");
        failure.Attempts.Should().ContainSingle();
        Queries.Should().Equal("?page_limit=100", "?cursor=c%201&page_limit=100");
    }

    [Fact]
    public async Task Empty_pages_without_end_are_told()
    {
        int count = 0;
        platform.RespondNext(
            FakeOperation.ListTasks,
            _ => new HttpResponseMessage { Content = new StringContent($$$"""{"results":[],"pagination":{"has_next":true,"next_cursor":{{{count++}}}}}""") },
            times: 1000);

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(async () => await client.Tasks.ListAsync(cancellationToken: Cancellation).AllAsync(Cancellation));

        failure.Message.Should().Contain("after 100 pages, 100 empty ones at the end");
        Queries.Should().HaveCount(100);
    }

    [Fact]
    public async Task Either_token_ends_the_list()
    {
        platform.AddTask("One");
        platform.AddTask("Two");
        using var impatient = new CancellationTokenSource();
        foreach ((CancellationToken first, CancellationToken second) in new[] { (impatient.Token, default(CancellationToken)), (Cancellation, impatient.Token) })
        {
            await using IAsyncEnumerator<TaskDefinition> tasks = client.Tasks.ListAsync(new ListTasksRequest { PageLimit = 1 }, first).GetAsyncEnumerator(second);
            if (!impatient.IsCancellationRequested)
            {
                (await tasks.MoveNextAsync()).Should().BeTrue();
            }

            await impatient.CancelAsync();

            await Assert.ThrowsAsync<TaskPlatformCanceledException>(async () => await tasks.MoveNextAsync());
        }

        Queries.Should().ContainSingle();
    }
}
