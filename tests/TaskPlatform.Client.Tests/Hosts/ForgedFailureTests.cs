using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A host with a handler that tells of an answer as of a failed connection, or cuts a call off: the call may have been carried out, whatever the exception says.</summary>
public sealed class ForgedFailureTests
{
    public static TheoryData<FakeOperation, HttpStatusCode> EveryPost
    {
        get
        {
            var data = new TheoryData<FakeOperation, HttpStatusCode>();
            foreach (FakeOperation operation in (FakeOperation[])[FakeOperation.RunTask, FakeOperation.UpdateTask, FakeOperation.UpdateAgent])
            {
                data.Add(operation, HttpStatusCode.OK);
                data.Add(operation, HttpStatusCode.BadGateway);
                data.Add(operation, HttpStatusCode.TooManyRequests);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task An_answer_turned_into_a_connection_error_is_not_asked_for_again(FakeOperation operation, HttpStatusCode answer)
    {
        TaskPlatformException failure = await FailAsync(operation, answer, static () => new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

        failure.Should().BeOfType<TaskPlatformConnectionException>();
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task An_answer_turned_into_a_time_out_of_the_connection_is_not_asked_for_again(FakeOperation operation, HttpStatusCode answer)
    {
        TaskPlatformException failure = await FailAsync(operation, answer, static () => new TaskCanceledException("timed out", new TimeoutException()));

        failure.Should().BeOfType<TaskPlatformConnectionException>("no limit of the client's ran out, and there was a connection");
    }

    [Fact]
    public async Task A_run_that_the_host_cuts_off_after_ten_seconds_has_an_unknown_outcome()
    {
        await using HostedClient live = await HostedClient.StartAsync(
            static client => client.AddHttpMessageHandler(static provider => new TenSeconds(provider.GetRequiredService<TimeProvider>())),
            static (services, clock) => services.AddSingleton<TimeProvider>(clock));
        using FakeHold hold = live.Platform.HoldNext(FakeOperation.RunTask, at: FakeMoment.AfterExecution);

        Task running = live.CallAsync(FakeOperation.RunTask);
        await hold.Arrived;
        live.Clock.Advance(TimeSpan.FromSeconds(10));
        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => running);

        failure.OutcomeUnknown.Should().BeTrue();
        failure.Reference.Should().Be("order-42");
        live.Platform.ExecutedRuns.Should().Be(1);
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    private static async Task<TaskPlatformException> FailAsync(FakeOperation operation, HttpStatusCode answer, Func<Exception> turned)
    {
        await using HostedClient live = await HostedClient.StartAsync(client => client.AddHttpMessageHandler(() => new Turning(turned)));
        if (answer != HttpStatusCode.OK)
        {
            live.Platform.RespondNext(operation, answer, at: FakeMoment.AfterExecution);
        }

        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => live.CallAsync(operation));

        failure.OutcomeUnknown.Should().BeTrue();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Unknown);
        live.Executed(operation).Should().Be(1);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
        return failure;
    }

    private sealed class Turning(Func<Exception> turned) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpResponseMessage lost = await base.SendAsync(request, cancellationToken);
            throw turned();
        }
    }

    private sealed class TenSeconds(TimeProvider clock) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            return await base.SendAsync(request, either.Token);
        }
    }
}
