using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>One thing the platform found wrong with a request (an entry of <c>detail</c>, usually with 422).</summary>
/// <param name="Location">Where, as the platform's <c>loc</c> joined by dots: <c>body.task_tools.1.task_id</c>.</param>
/// <param name="Message">What, in the platform's words (<c>msg</c>).</param>
/// <param name="Type">The platform's stable word for it (<c>type</c>), such as <c>missing</c>; empty when it gave none.</param>
public sealed record ValidationIssue(string Location, string Message, string Type)
{
    // The platform's words may quote what was sent.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Location = {Location}, Type = {Type}");
        return true;
    }
}
