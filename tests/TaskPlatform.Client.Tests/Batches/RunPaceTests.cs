using FluentAssertions;
using TaskPlatform.Client.Batches;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

public sealed class RunPaceTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly RunPace pace;

    public RunPaceTests() => pace = new RunPace(8, clock);

    public void Dispose() => pace.Dispose();

    [Fact]
    public async Task A_refusal_halves_and_those_sent_before_it_halve_nothing_again()
    {
        List<RunPlace> places = await EnterAsync(8);

        places[0].Refused(TimeSpan.Zero);
        pace.Concurrency.Should().Be(4);
        places[1].Refused(TimeSpan.Zero);
        places[2].Refused(TimeSpan.Zero);

        pace.Concurrency.Should().Be(4);
    }

    [Fact]
    public async Task Half_of_what_was_under_way_counts_and_not_of_what_may_be()
    {
        List<RunPlace> places = await EnterAsync(3);

        places[0].Refused(TimeSpan.Zero);

        pace.Concurrency.Should().Be(1);
        places.ForEach(static place => place.Dispose());
        RunPlace one = await pace.EnterAsync(CancellationToken.None);
        pace.EnterAsync(CancellationToken.None).AsTask().IsCompleted.Should().BeFalse("turns that lay idle are withheld too");
        one.Dispose();
    }

    [Fact]
    public async Task A_full_round_of_answers_adds_one()
    {
        List<RunPlace> places = await EnterAsync(4);
        places[0].Refused(TimeSpan.Zero);
        pace.Concurrency.Should().Be(2);

        places[1].Answered();
        pace.Concurrency.Should().Be(2);
        places[2].Answered();
        pace.Concurrency.Should().Be(3);
        Answer(3);
        pace.Concurrency.Should().Be(4);
        Answer(100);
        pace.Concurrency.Should().Be(8);

        void Answer(int times)
        {
            for (int time = 0; time < times; time++)
            {
                places[1].Answered();
            }
        }
    }

    [Fact]
    public async Task After_growing_again_as_many_go_out_as_at_first()
    {
        List<RunPlace> places = await EnterAsync(8);
        places[0].Refused(TimeSpan.Zero);
        for (int time = 0; time < 100; time++)
        {
            places[1].Answered();
        }

        places.ForEach(static place => place.Dispose());

        (await EnterAsync(8)).Should().HaveCount(8);
    }

    [Fact]
    public async Task A_shorter_wait_does_not_shorten_a_longer_one()
    {
        List<RunPlace> places = await EnterAsync(2);

        places[0].Refused(TimeSpan.FromSeconds(30));
        places[1].Refused(TimeSpan.FromSeconds(5));

        pace.Pause.Left.Should().Be(TimeSpan.FromSeconds(30));
        Task ready = places[1].ReadyAsync(CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(29));
        ready.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await ready.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_run_that_waits_gives_its_turn_to_others_and_keeps_its_place()
    {
        List<RunPlace> places = await EnterAsync(8);
        places[0].Refused(TimeSpan.Zero);
        places.Skip(1).ToList().ForEach(static place => place.Dispose());

        List<RunPlace> others = await EnterAsync(4);
        Task ready = places[0].ReadyAsync(CancellationToken.None).AsTask();
        ready.IsCompleted.Should().BeFalse("four are sending, as many as may");
        others[0].Dispose();

        await ready.WaitAsync(TestContext.Current.CancellationToken);
        Task empty = pace.EmptyAsync().AsTask();
        others.ForEach(static place => place.Dispose());
        empty.IsCompleted.Should().BeFalse("one place is held");
        places[0].Dispose();
        await empty.WaitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<RunPlace>> EnterAsync(int count)
    {
        List<RunPlace> places = [];
        for (int one = 0; one < count; one++)
        {
            places.Add(await pace.EnterAsync(CancellationToken.None).AsTask().WaitAsync(TestContext.Current.CancellationToken));
        }

        return places;
    }
}
