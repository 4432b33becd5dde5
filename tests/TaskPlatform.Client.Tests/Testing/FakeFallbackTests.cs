using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeFallbackTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask saved;
    private readonly FakeTask bare;
    private readonly WireClient wire;

    public FakeFallbackTests()
    {
        wire = new WireClient(platform);
        saved = platform.AddTask("Saved", t => t.FallbackModelId = platform.FallbackModelId);
        bare = platform.AddTask("Bare");
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Uses_the_primary_model_while_it_works()
    {
        WireAnswer answer = await wire.RunAsync(saved);

        Keys(answer).Should().Be("False 0  ");
        answer.Json["model_name"]!.ToString().Should().Be("heron-medium");
    }

    [Fact]
    public async Task Falls_back_by_itself_when_the_primary_fails_and_fills_the_four_keys()
    {
        saved.FailPrimary("rate limited by the provider");

        WireAnswer answer = await wire.RunAsync(saved);

        Keys(answer).Should().Be($"True 3 rate limited by the provider {platform.FallbackModelId}");
        answer.Json["is_error"]!.GetValue<bool>().Should().BeFalse();
        answer.Json["model_name"]!.ToString().Should().Be("heron-mini");
    }

    [Fact]
    public async Task Uses_the_fallback_when_asked_to()
    {
        WireAnswer answer = await wire.RunAsync(saved, query: "?use_fallback_model=true");

        Keys(answer).Should().Be($"True 0  {platform.FallbackModelId}");
    }

    [Fact]
    public async Task Refuses_a_fallback_where_none_is_configured()
    {
        WireAnswer answer = await wire.RunAsync(bare, query: "?use_fallback_model=true");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Reason.Should().Be("FALLBACK_MODEL_NOT_CONFIGURED");
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Answers_is_error_where_nothing_saves_the_run_and_charges_nothing()
    {
        bare.FailPrimary("output did not match the schema");

        WireAnswer answer = await wire.RunAsync(bare);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Json["is_error"]!.GetValue<bool>().Should().BeTrue();
        answer.Json["charged_credits"].Should().BeNull();
        Keys(answer).Should().Be("False 3 output did not match the schema ");
        bare.Runs.Single().IsError.Should().BeTrue();
        platform.CreditsCharged.Should().Be(0);
    }

    [Fact]
    public async Task Charges_a_failed_run_when_told_to()
    {
        bare.FailPrimary("bad");
        bare.CreditsOfFailedRun = 0.25m;

        (await wire.RunAsync(bare)).Json["charged_credits"]!.ToString().Should().Be("0.25");
        platform.CreditsCharged.Should().Be(0.25m);
    }

    [Fact]
    public async Task Answers_with_a_status_where_the_script_says_so_and_executes_nothing()
    {
        bare.FailPrimary("The model is down.", HttpStatusCode.BadGateway);

        WireAnswer answer = await wire.RunAsync(bare);

        answer.Status.Should().Be(HttpStatusCode.BadGateway);
        answer.Text.Should().Be("""{"detail":"The model is down."}""");
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Leaves_falling_back_to_the_client_when_told_to()
    {
        saved.FailPrimary("down");
        saved.FallsBack = false;

        WireAnswer first = await wire.RunAsync(saved);
        WireAnswer second = await wire.RunAsync(saved, query: "?use_fallback_model=true");

        first.Json["is_error"]!.GetValue<bool>().Should().BeTrue();
        Keys(first).Should().Be("False 3 down ");
        second.Json["is_error"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public async Task Fails_when_both_models_fail()
    {
        saved.FailPrimary("first");
        saved.FailFallback("second");

        WireAnswer answer = await wire.RunAsync(saved);

        answer.Json["is_error"]!.GetValue<bool>().Should().BeTrue();
        Keys(answer).Should().Be($"True 3 first {platform.FallbackModelId}");
    }

    [Fact]
    public async Task Fails_as_often_as_it_was_told_to()
    {
        bare.FailPrimary("twice", times: 2);

        bool[] errors = [await IsErrorAsync(), await IsErrorAsync(), await IsErrorAsync()];

        errors.Should().Equal(true, true, false);
    }

    [Fact]
    public async Task Works_again_once_it_is_healed()
    {
        bare.FailPrimary("down");
        bare.Heal();

        (await IsErrorAsync()).Should().BeFalse();
    }

    private static string Keys(WireAnswer answer) =>
        $"{answer.Json["used_fallback_model"]!.GetValue<bool>()} {answer.Json["llm_retries"]} {answer.Json["primary_failure_reason"]} {answer.Json["fallback_llm_model_id"]}";

    private async Task<bool> IsErrorAsync() => (await wire.RunAsync(bare)).Json["is_error"]!.GetValue<bool>();
}
