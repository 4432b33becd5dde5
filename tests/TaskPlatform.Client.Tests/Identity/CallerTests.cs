using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Identity;

public sealed class CallerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_organization_and_project_of_a_key()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        CallerIdentity caller = await live.Client.GetCallerAsync(Cancellation);

        caller.OrganizationId.Should().Be(live.Platform.OrganizationId);
        caller.ProjectId.Should().Be(live.Platform.ProjectId);
        caller.Id.Should().NotBeEmpty();
        caller.Email.Should().Be("fake@clients.example.org");
        caller.Name.Should().Be("Fake client");
        caller.Response!.StatusCode.Should().Be(HttpStatusCode.OK);
        FakeRequest request = live.Platform.Requests.Should().ContainSingle().Which;
        (request.Method, request.PathAndQuery, request.Authorization).Should().Be(("GET", "/api/v1/whoami", $"Bearer {live.Platform.ApiKey}"));
        request.Body.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Tells_no_project_of_a_person()
    {
        using var platform = new FakeTaskPlatform();
        platform.AddPersonToken("jwt");
        using TaskPlatformClient client = platform.CreateClient(options => (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, "jwt"));

        CallerIdentity caller = await client.GetCallerAsync(Cancellation);

        caller.Email.Should().Be("somebody@example.org");
        caller.Client.Should().BeNull();
        (caller.OrganizationId, caller.ProjectId).Should().Be((null, null));
    }

    [Theory]
    [InlineData("""{"id":"0192f3a4-a0c7-e94b-d2f3-860e5b1cd749","email":"ines.calder@example.org","name":null,"client":null}""")]
    [InlineData("""{"id":"0192f3a4-a0c7-e94b-d2f3-860e5b1cd749","client":"later"}""")]
    [InlineData("""{"id":"0192f3a4-a0c7-e94b-d2f3-860e5b1cd749","client":{"org_id":null,"project_id":7,"plan":"pro"}}""")]
    public void Reads_answers_that_tell_little(string json)
    {
        CallerIdentity caller = Serializers.Read<CallerIdentity>(json);

        caller.Id.ToString().Should().Be("0192f3a4-a0c7-e94b-d2f3-860e5b1cd749");
        (caller.Name, caller.OrganizationId, caller.ProjectId).Should().Be((null, null, null));
        caller.ToString().Should().NotContain("ines");
    }

    [Fact]
    public async Task Is_asked_again_when_the_platform_stumbles_and_on_every_call()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.BadGateway);

        CallerIdentity first = await live.Client.GetCallerAsync(new RequestOptions { MaxAttempts = 2 }, Cancellation);
        await live.Client.GetCallerAsync(Cancellation);

        first.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Unknown, AttemptOutcome.Answered);
        live.Platform.RequestsFor(FakeOperation.GetCaller).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_refused_key_is_told_as_one()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RevokeApiKeys();

        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => live.Client.GetCallerAsync(Cancellation));

        failure.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        failure.OutcomeUnknown.Should().BeFalse();
        live.Platform.Requests.Should().ContainSingle();
    }
}
