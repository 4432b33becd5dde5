using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A host with a handler of its own that repeats whatever fails: nothing that costs or changes something goes out twice.</summary>
public sealed class RepeatingHandlerTests
{
    private static readonly FakeOperation[] Posts = [FakeOperation.RunTask, FakeOperation.UpdateTask, FakeOperation.UpdateAgent];

    public static TheoryData<FakeOperation, bool, bool> EveryPostAndWay
    {
        get
        {
            var data = new TheoryData<FakeOperation, bool, bool>();
            foreach (FakeOperation operation in Posts)
            {
                data.Add(operation, false, false);
                data.Add(operation, false, true);
                data.Add(operation, true, false);
                data.Add(operation, true, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPostAndWay))]
    public async Task An_answer_that_was_an_error_stays_one_call(FakeOperation operation, bool copies, bool buffers)
    {
        var handler = new RepeatingHandler(copies, buffers);
        await using HostedClient live = await HostedClient.StartAsync(client => client.AddHttpMessageHandler(() => handler));
        live.Platform.RespondNext(operation, HttpStatusCode.InternalServerError, at: FakeMoment.AfterExecution);

        await IsUnknownAfterOneAsync(live, operation);

        handler.Tries.Should().Be(4, "it is one that bites");
    }

    [Theory]
    [MemberData(nameof(EveryPostAndWay))]
    public async Task An_answer_that_was_lost_stays_one_call(FakeOperation operation, bool copies, bool buffers)
    {
        await using HostedClient live = await HostedClient.StartAsync(client => client.AddHttpMessageHandler(() => new RepeatingHandler(copies, buffers)));
        live.Platform.ThrowNext(operation, new IOException("cut"), at: FakeMoment.AfterExecution);

        await IsUnknownAfterOneAsync(live, operation);
    }

    [Theory]
    [MemberData(nameof(EveryPostAndWay))]
    public async Task What_goes_well_goes_through_it_once(FakeOperation operation, bool copies, bool buffers)
    {
        await using HostedClient live = await HostedClient.StartAsync(client => client.AddHttpMessageHandler(() => new RepeatingHandler(copies, buffers)));

        await live.CallAsync(operation);

        live.Executed(operation).Should().Be(1);
    }

    private static async Task IsUnknownAfterOneAsync(HostedClient live, FakeOperation operation)
    {
        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => live.CallAsync(operation));

        failure.OutcomeUnknown.Should().BeTrue();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Unknown);
        live.Executed(operation).Should().Be(1);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }
}
