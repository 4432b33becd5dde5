using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Answers that are packed wrongly, named wrongly or missing, over a socket.</summary>
public sealed class HostileAnswerTests
{
    private const FakeOperation Get = FakeOperation.DownloadFile;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<FakeOperation, string> EveryPostAndEncoding
    {
        get
        {
            var data = new TheoryData<FakeOperation, string>();
            foreach (FakeOperation operation in ConnectedClient.Posts)
            {
                foreach (string encoding in (string[])["gzip", "br", "deflate"])
                {
                    data.Add(operation, encoding);
                }
            }

            return data;
        }
    }

    public static TheoryData<FakeOperation> EveryPost => [.. ConnectedClient.Posts];

    [Theory]
    [MemberData(nameof(EveryPostAndEncoding))]
    public async Task An_error_that_is_packed_wrongly_is_still_the_error_of_its_status(FakeOperation operation, string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(operation, _ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = Broken(encoding) });

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(operation));

        failure.Should().BeOfType<TaskPlatformNotFoundException>();
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Body.Should().BeNull("nothing of it could be unpacked");
    }

    [Theory]
    [MemberData(nameof(EveryPostAndEncoding))]
    public async Task An_answer_that_is_packed_wrongly_has_an_unknown_outcome_and_is_not_asked_for_again(FakeOperation operation, string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(operation, _ => new HttpResponseMessage { Content = Broken(encoding) }, at: FakeMoment.AfterExecution);

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.CallAsync(operation));

        failure.Should().BeOfType<TaskPlatformConnectionException>();
        failure.OutcomeUnknown.Should().BeTrue();
        failure.Attempts.Single().StatusCode.Should().Be(HttpStatusCode.OK);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_file_that_is_packed_wrongly_fails_as_the_client_fails(string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(Get, _ => new HttpResponseMessage { Content = Broken(encoding) }, times: 2);

        await using (Stream first = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation))
        {
            await first.Invoking(stream => stream.ReadAsync(new byte[10], Cancellation).AsTask()).Should().ThrowAsync<TaskPlatformConnectionException>();
        }

        await using Stream second = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation);
        second.Invoking(stream => stream.Read(new byte[10])).Should().Throw<TaskPlatformConnectionException>();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_error_that_unpacks_to_a_hundred_times_its_size_is_read_in_its_beginning(string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.RunTask, _ => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = Compressed.Content(new byte[64 * 1024 * 1024], encoding) });

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        failure.Body!.Length.Should().Be(16 * 1024);
        failure.Message.Length.Should().BeLessThan(600);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/event-stream")]
    public async Task A_good_answer_is_read_whatever_it_calls_itself(string contentType)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        foreach (FakeOperation operation in ConnectedClient.Posts)
        {
            live.Answer(operation, 200, "{\"id\":\"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa\"}"u8.ToArray(), contentType);
            await live.Invoking(it => it.CallAsync(operation)).Should().NotThrowAsync();
        }
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task No_content_where_a_record_is_promised_is_an_answer_that_can_not_be_read(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(operation, 204, [], at: FakeMoment.AfterExecution, headers: ("X-Task-Run-ID", $"{live.RunId}"));

        TaskPlatformSerializationException failure = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(() => live.CallAsync(operation));

        failure.StatusCode.Should().Be(HttpStatusCode.NoContent);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.RunId.Should().Be(live.RunId);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_file_without_content_is_an_empty_file(int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(Get, status, []);

        await using Stream file = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation);

        (await file.ReadAsync(new byte[10], Cancellation)).Should().Be(0);
    }

    // Bytes that no unpacker takes, under its name.
    private static ByteArrayContent Broken(string encoding)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes("This is " + encoding + ", or so it says, and long enough to be looked into: " + new string('!', 500)));
        content.Headers.ContentEncoding.Add(encoding);
        return content;
    }
}
