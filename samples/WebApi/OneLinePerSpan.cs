using System.Diagnostics;
using OpenTelemetry;

namespace WebApi;

/// <summary>Prints each span as one line; content is in none of them.</summary>
internal sealed class OneLinePerSpan : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        IEnumerable<string> tags = data.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}");
        Console.WriteLine($"{data.DisplayName} {data.Duration.TotalMilliseconds:F0} ms {data.Status} {string.Join(' ', tags)}");
    }
}
