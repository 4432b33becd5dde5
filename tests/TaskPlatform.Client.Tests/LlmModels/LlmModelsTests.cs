using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using Xunit;

namespace TaskPlatform.Client.Tests.LlmModels;

public sealed class LlmModelsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_what_can_be_chosen()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.AddModel("heron-old", new JsonObject { ["retired"] = "2024-05-01" });

        IReadOnlyList<LlmModel> models = await live.Client.Models.ListAsync(cancellationToken: Cancellation);

        models.Select(static model => model.Name).Should().Equal("heron-medium", "heron-mini");
        models[0].Should().Match<LlmModel>(model => model.Id == live.Platform.ModelId && model.SupportsVision == true && model.Retired == null && model.Response == null);
        live.Platform.RequestsFor(FakeOperation.ListModels).Should().ContainSingle().Which.PathAndQuery
            .Should().Be($"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/model");
    }

    [Fact]
    public async Task Sends_the_filters_that_are_set()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Guid painter = live.Platform.AddModel("heron-paint", new JsonObject { ["supports_image_output"] = true, ["retired"] = "2024-05-01" });
        live.Platform.AddModel("heron-blind", new JsonObject { ["supports_vision"] = false, ["supports_image_output"] = true });
        live.Platform.AddModel("heron-flat", new JsonObject { ["supports_pdf_vision"] = false, ["supports_image_output"] = true });

        IReadOnlyList<LlmModel> models = await live.Client.Models.ListAsync(
            new ListLlmModelsRequest { IncludeRetired = true, ReadsImages = true, ReadsPdfs = true, MakesImages = true }, new RequestOptions(), Cancellation);

        models.Should().ContainSingle().Which.Should().Match<LlmModel>(model => model.Id == painter && model.Retired == new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
        live.Platform.RequestsFor(FakeOperation.ListModels).Single().Query.Should().Be("?include_retired=true&vision=image&vision=pdf&output=image");
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("""[null,5,"x",{"name":"a","later":1},{}]""", 2)]
    public async Task Reads_a_list_whatever_is_in_it(string body, int count)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.ListModels, HttpStatusCode.OK, body);

        (await live.Client.Models.ListAsync(cancellationToken: Cancellation)).Should().HaveCount(count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task What_is_no_list_is_asked_for_again_and_never_taken_for_an_empty_one(string body)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.ListModels, HttpStatusCode.OK, body, times: 3);

        TaskPlatformSerializationException failure = await Assert.ThrowsAsync<TaskPlatformSerializationException>(() => live.Client.Models.ListAsync(cancellationToken: Cancellation));

        failure.Message.Should().Contain("LlmModel");
        failure.OutcomeUnknown.Should().BeFalse();
        live.Platform.RequestsFor(FakeOperation.ListModels).Should().HaveCount(3);
    }

    [Fact]
    public async Task Reads_one_by_id_or_by_name_escaped()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Guid id = live.Platform.AddModel("meta/heron 4.1?");

        LlmModel byId = await live.Client.Models.GetAsync(id, Cancellation);
        LlmModel byName = await live.Client.Models.GetAsync("meta/heron 4.1?", new RequestOptions(), Cancellation);

        (byId.Id, byName.Id).Should().Be((id, id));
        byName.Response!.Attempts.Should().ContainSingle();
        byName.ModelParams!.Value.GetProperty("type").GetString().Should().Be("object");
        live.Platform.RequestsFor(FakeOperation.GetModel).Select(static request => request.PathAndQuery[(request.PathAndQuery.IndexOf("/model/", StringComparison.Ordinal) + 7)..])
            .Should().Equal(id.ToString(), "meta%2Fheron%204.1%3F");
    }

    [Fact]
    public async Task Names_the_model_that_was_not_found_by_its_path()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformNotFoundException failure = await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => live.Client.Models.GetAsync("gpt-9", Cancellation));

        failure.Message.Should().Contain("GET …/model/gpt-9").And.NotContain(live.Platform.ProjectId.ToString());
        failure.TaskId.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Refuses_what_would_lead_to_another_path(string name)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Client.Models.Invoking(models => models.GetAsync(name, Cancellation)).Should().ThrowAsync<ArgumentException>().WithParameterName("idOrName");

        live.Platform.Requests.Should().BeEmpty();
    }
}
