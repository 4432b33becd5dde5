using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.DependencyInjection;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Raw;

/// <summary>A call by path is repeated on the same evidence as all others: what reads freely, what may change something never on suspicion.</summary>
public sealed class RawEvidenceTests
{
    public static TheoryData<string, bool> Changes => new()
    {
        { "POST", true }, { "POST", false }, { "PUT", true }, { "PATCH", true }, { "DELETE", false }, { "OPTIONS", false }, { "post", true },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task What_reads_is_tried_again_freely(string method)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.ThrowNext(FakeOperation.Unknown, new IOException("cut"));
        live.Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.InternalServerError);
        live.Answer(FakeOperation.Unknown, 200, "");

        RawAnswer answer = await live.Client.SendAsync(new HttpMethod(method), "x", cancellationToken: Cancellation);

        answer.Response.Attempts.Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_may_change_something_is_not_sent_again_on_suspicion(string method, bool hasBody)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        foreach (Action<FakeTaskPlatform> fault in new Action<FakeTaskPlatform>[]
        {
            static platform => platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.InternalServerError),
            static platform => platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.ServiceUnavailable),
            static platform => platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.RequestTimeout),
            static platform => platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.Found),
            static platform => platform.ThrowNext(FakeOperation.Unknown, new IOException("cut"), at: FakeMoment.AfterExecution),
        })
        {
            int before = live.Platform.Requests.Count;
            fault(live.Platform);

            TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => SendAsync(live.Client, method, hasBody));

            (failure.OutcomeUnknown, failure.Attempts.Count).Should().Be((true, 1));
            live.Platform.Requests.Should().HaveCount(before + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_was_surely_refused_is_sent_again(string method, bool hasBody)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.TooManyRequests);
        live.Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.Zero);
        live.Answer(FakeOperation.Unknown, 200, "{}");

        (await SendAsync(live.Client, method, hasBody)).Response.Attempts.Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_never_left_is_sent_again(string method, bool hasBody)
    {
        using var platform = new FakeTaskPlatform();
        using TaskPlatformClient client = platform.CreateClient(static options => (options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.Zero, TimeSpan.Zero));
        platform.ThrowNext(FakeOperation.Unknown, new HttpRequestException(HttpRequestError.ConnectionError));
        platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, "{}");

        (await SendAsync(client, method, hasBody)).Response.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.NotSent, AttemptOutcome.Answered);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_refused_token_is_renewed_once(string method, bool hasBody)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        await live.Client.GetCallerAsync(Cancellation);
        live.Platform.RevokeTokens();

        await ConnectedClient.ThrownAsync<TaskPlatformNotFoundException>(() => SendAsync(live.Client, method, hasBody));

        live.Platform.TokensIssued.Should().Be(2);
        live.Platform.RequestsFor(FakeOperation.Unknown).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("GET", TimeLimit.Read, false)]
    [InlineData("DELETE", TimeLimit.Update, true)]
    [InlineData("POST", TimeLimit.Update, true)]
    public async Task It_has_the_time_limit_of_its_kind(string method, TimeLimit limit, bool unknown)
    {
        var clock = new ManualTimeProvider();
        using var platform = new FakeTaskPlatform(timeProvider: clock);
        using TaskPlatformClient client = platform.CreateClient(static options =>
        {
            options.Retry.MaxAttempts = 1;
            (options.Timeouts.Read, options.Timeouts.Update, options.Timeouts.Run) = (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
        });
        using FakeHold hold = platform.HoldNext(FakeOperation.Unknown);

        Task<RawAnswer> call = SendAsync(client, method, hasBody: false);
        await hold.Arrived;
        clock.Advance(TimeSpan.FromSeconds(limit == TimeLimit.Read ? 20 : 30));

        TaskPlatformTimeoutException failure = await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() => call);
        (failure.Limit, failure.OutcomeUnknown).Should().Be((limit, unknown));
    }

    // A handler that never asks for the bytes of a body that has none proves nothing by that.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deletion_that_reached_the_network_and_broke_there_may_have_been_carried_out(bool opens)
    {
        using var network = new Network(opens);
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(TestHost.Complete).ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        TaskPlatformConnectionException failure = await Assert.ThrowsAsync<TaskPlatformConnectionException>(
            () => provider.GetRequiredService<TaskPlatformClient>().ReportingGroups.DeleteAsync(Guid.NewGuid(), Cancellation));

        (failure.OutcomeUnknown, network.Calls).Should().Be((true, 1));
    }

    private static Task<RawAnswer> SendAsync(TaskPlatformClient client, string method, bool hasBody) =>
        client.SendAsync(new HttpMethod(method), "x", hasBody ? new JsonObject { ["a"] = 1 } : null, Cancellation);

    private sealed class Network(bool opens) : HttpMessageHandler
    {
        internal int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            if (opens)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }
    }
}
