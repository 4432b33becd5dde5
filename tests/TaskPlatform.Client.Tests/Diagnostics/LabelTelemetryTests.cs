using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

public sealed class LabelTelemetryTests : TelemetryLab
{
    [Fact]
    public async Task A_call_by_path_is_a_span_that_does_not_tell_its_path()
    {
        const string Marker = "m4rk3r";
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.BadGateway);
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, $"[\"{Marker}\"]");
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.Conflict, Marker);

        await Client.SendAsync(HttpMethod.Get, $"{Marker}?{Marker}=1", cancellationToken: Cancellation);
        await Client.Awaiting(static client => client.SendAsync(HttpMethod.Post, Marker, new JsonObject { [Marker] = Marker }, Cancellation)).Should().ThrowAsync<TaskPlatformApiException>();

        Heard.Spans.Select(static span => span.DisplayName).Should().Equal("raw_call", "raw_call");
        Outcomes(Heard.Spans[0]).Should().Equal("unknown", "answered");
        Tags(Heard.Spans[0])["taskplatform.attempts"].Should().Be(2);
        Heard.Spans[1].Status.Should().Be(ActivityStatusCode.Error);
        Heard.Everything().Should().NotContain(Marker);
    }

    [Fact]
    public async Task Labels_are_spans_of_their_own_names_and_tell_no_name()
    {
        const string Marker = "m4rk3r";
        ReportingGroup group = await Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = Marker }, Cancellation);
        await Client.ReportingGroups.DeleteAsync(group.Id, Cancellation);
        await Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = Marker }, Cancellation);
        await Client.Tags.FindByNameAsync(TagEntityType.Task, Marker, Cancellation);

        Heard.Spans.Select(static span => span.DisplayName).Should().Equal("create_reporting_group", "delete_reporting_group", "create_tag", "list_tags");
        Heard.Everything().Should().NotContain(Marker);
    }
}
