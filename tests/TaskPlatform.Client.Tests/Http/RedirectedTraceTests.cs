using System.Diagnostics;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A program that traces its calls has .NET send ids and baggage: to the platform, not to where it sends a file's request.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class RedirectedTraceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_callers_trace_and_baggage_stay_at_home(bool isListening)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await using KestrelPlatform elsewhere = await KestrelPlatform.StartAsync();
        elsewhere.Fake.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, "\u0007", "image/png");
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", $"{elsewhere.BaseAddress}file"));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => isListening && source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity activity = new Activity("order").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("customer", "acme").Start();
        OpenTelemetry.Baggage.SetBaggage("tenant", "globex"); // its own, beside the activity's

        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.png", TestContext.Current.CancellationToken);

        content.ReadByte().Should().Be(7);
        Told(live.Platform.RequestsFor(FakeOperation.DownloadFile).Single()).Should().Contain("acme").And.Contain(activity.TraceId.ToString());
        Told(elsewhere.Fake.Requests.Single()).Should().NotContain("acme").And.NotContain("globex").And.NotContain(activity.TraceId.ToString());
        Activity.Current.Should().BeSameAs(activity);
    }

    private static string Told(FakeRequest request) => string.Join('\n', request.Headers.Select(static header => $"{header.Key}: {header.Value}"));
}
