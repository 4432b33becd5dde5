using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.LlmModels;

public sealed class FindModelTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;
    private readonly Guid current;
    private readonly Guid mini;
    private readonly Guid old;

    public FindModelTests()
    {
        client = platform.CreateClient();
        old = platform.AddModel("gpt-4", new JsonObject { ["alias"] = "GPT 4", ["retired"] = "2024-05-01" });
        platform.AddModel("gpt-4o-2023", new JsonObject { ["alias"] = "GPT-4o", ["retired"] = "2024-05-01" });
        current = platform.AddModel("gpt-4o-2024", new JsonObject { ["alias"] = "GPT-4o" });
        mini = platform.AddModel("gpt-4o-mini", new JsonObject { ["alias"] = null });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Theory]
    [InlineData("gpt-4o-2024")]
    [InlineData("GPT-4O-2024")]
    [InlineData("GPT-4o")]
    [InlineData("gpt-4o")]
    public async Task Takes_the_name_or_the_alias_in_any_case_and_one_in_service_first(string name)
    {
        (await client.Models.FindAsync(name, Cancellation)).Id.Should().Be(current);

        platform.RequestsFor(FakeOperation.ListModels).Should().ContainSingle().Which.Query.Should().Be("?include_retired=true");
    }

    [Fact]
    public async Task Gives_a_retired_one_marked_when_there_is_no_other()
    {
        LlmModel found = await client.Models.FindAsync("gpt 4", new RequestOptions(), Cancellation);

        (found.Id, found.Retired).Should().Be((old, new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task A_name_comes_before_an_alias_and_the_very_spelling_before_another()
    {
        platform.AddModel("else", new JsonObject { ["alias"] = "gpt-4o-mini" });
        Guid spelled = platform.AddModel("GPT-4o-MINI");

        (await client.Models.FindAsync("gpt-4o-mini", Cancellation)).Id.Should().Be(mini);
        (await client.Models.FindAsync("GPT-4o-MINI", Cancellation)).Id.Should().Be(spelled);
    }

    [Fact]
    public async Task Several_of_one_name_are_told_and_none_is_guessed()
    {
        platform.AddModel("gpt-4o-eu", new JsonObject { ["alias"] = "gpt-4O" });

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(() => client.Models.FindAsync("gpt-4o", Cancellation));

        failure.Message.Should().Be("Several models are called \"gpt-4o\": gpt-4o-2024, gpt-4o-eu. Ask for one by its reference name, or by its id.");
    }

    [Theory]
    [InlineData("gtp-4o-mini", "No model of the 6 that the project knows is called \"gtp-4o-mini\". The nearest: gpt-4o-mini.")]
    [InlineData("gpt-4p", "No model of the 6 that the project knows is called \"gpt-4p\". The nearest: gpt-4o-2024, gpt-4 (retired), gpt-4o-2023 (retired).")]
    [InlineData("heron", "No model of the 6 that the project knows is called \"heron\". The nearest: heron-medium, heron-mini.")]
    [InlineData("llama", "No model of the 6 that the project knows is called \"llama\". None has a name that is near it; Models.ListAsync gives all.")]
    public async Task A_wrong_name_is_answered_with_the_nearest(string name, string message)
    {
        TaskPlatformNotFoundException failure = await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => client.Models.FindAsync(name, Cancellation));

        failure.Message.Should().Be(message);
        failure.StatusCode.Should().BeNull("the platform answered");
    }

    [Fact]
    public async Task A_text_that_is_no_name_is_not_told_whole()
    {
        TaskPlatformNotFoundException failure = await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => client.Models.FindAsync(new string('x', 10_000), Cancellation));

        failure.Message.Length.Should().BeLessThan(300);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_name_is_refused(string name)
    {
        await client.Models.Invoking(models => models.FindAsync(name, Cancellation)).Should().ThrowAsync<ArgumentException>().WithParameterName(nameof(name));

        platform.Requests.Should().BeEmpty();
    }
}
