using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>Large texts and tables, read without a second copy of them.</summary>
public sealed class OpenTextTests
{
    private const int Large = 2 * 1024 * 1024;
    private const int Little = 64 * 1024;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Texts =>
    [
        "", "plain", "two\r\nlines\n", "\"quoted\" back\\slash/ \t\b\f\u0001\u007f", "ünï-日本", "😀 and 𝔘", "\uFEFFa mark of its own", "\u2028<>&'+",
        .. Enumerable.Range(4090, 8).Select(static length => new string('a', length) + "\n😀\"ü" + new string('日', 5000)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads_what_the_text_holds(string text)
    {
        foreach (string json in (string[])[JsonSerializer.Serialize(text), JsonSerializer.Serialize(text, Relaxed)])
        {
            var output = (TextOutput)RunJson.Read($$"""{"response":{{json}}}""").Output;

            using TextReader reader = output.OpenText();
            reader.ReadToEnd().Should().Be(text);
            output.Text.Should().Be(text);
        }
    }

    [Theory]
    [InlineData("""\/\u0041\u00e9\u65E5\b\f\n\r\t\\\" """, "/Aé日\b\f\n\r\t\\\" ")]
    [InlineData("""\ud83d\ude00\uD83D\uDE00""", "😀😀")]
    [InlineData("""half \ud83d and \ude00 half""", "half \uFFFD and \uFFFD half")]
    public void Resolves_every_escape(string escaped, string text)
    {
        var output = (TextOutput)RunJson.Read($$"""{"response":"{{escaped}}"}""").Output;

        using TextReader reader = output.OpenText();
        reader.ReadToEnd().Should().Be(text);
    }

    [Fact]
    public void Reads_from_the_start_each_time()
    {
        var output = (CsvOutput)RunJson.Read("""{"output_modality":"csv","response":"a,b\n1,\"2\"\n"}""").Output;

        for (int times = 0; times < 2; times++)
        {
            using TextReader reader = output.OpenText()!;
            reader.ReadLine().Should().Be("a,b");
            reader.ReadLine().Should().Be("1,\"2\"");
            reader.ReadLine().Should().BeNull();
        }
    }

    [Fact]
    public void There_is_nothing_to_read_where_a_table_is_only_a_file()
    {
        var output = (CsvOutput)RunJson.Read("""{"response":{"csv_name":"a.csv"}}""").Output;

        output.OpenText().Should().BeNull();
        output.Text.Should().BeNull();
    }

    [Fact]
    public void A_text_is_made_once_and_only_when_it_is_asked_for()
    {
        byte[] json = LargeRun();
        JsonSerializer.Deserialize<TaskRun>(json); // what the framework keeps for the next time

        long before = GC.GetAllocatedBytesForCurrentThread();
        TaskRun run = JsonSerializer.Deserialize<TaskRun>(json)!.WithExpectedModality(OutputModality.Csv);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Large * 3 / 2, "the answer is kept as its bytes and nothing else");

        var output = (CsvOutput)run.Output;
        output.Text.Should().HaveLength(Large).And.BeSameAs(output.Text);
    }

#if NET9_0_OR_GREATER
    [Fact]
    public void A_large_text_is_read_in_the_memory_of_a_small_one()
    {
        var output = (TextOutput)JsonSerializer.Deserialize<TaskRun>(LargeRun())!.Output;
        char[] piece = new char[1000];
        Read(output, piece);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int length = Read(output, piece);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        length.Should().Be(Large);
        allocated.Should().BeLessThan(Little);
    }

    private static int Read(TextOutput output, char[] piece)
    {
        using TextReader reader = output.OpenText();
        int length = 0;
        for (int read = reader.Read(piece); read > 0; read = reader.Read(piece))
        {
            length += read;
        }

        return length;
    }
#endif

    private static byte[] LargeRun() => Encoding.UTF8.GetBytes($$"""{"response":"{{new string('x', Large)}}"}""");
}
