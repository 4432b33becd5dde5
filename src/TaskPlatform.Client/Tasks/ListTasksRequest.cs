using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>Which tasks a list shows. Everything left null is left out: all tasks of the project.</summary>
public sealed record ListTasksRequest
{
    /// <summary>Part of the name, case ignored (<c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>Only tasks that carry this tag (<c>tag_id</c>): a tag's id, not its name.</summary>
    public Guid? TagId { get; init; }

    /// <summary>True shows only tasks the caller made (<c>created_by_me</c>); the platform's default is false.</summary>
    public bool? CreatedByMe { get; init; }

    /// <summary>True shows test revisions too (<c>include_tests</c>); the platform's default is false.</summary>
    public bool? IncludeTests { get; init; }

    /// <summary>How many tasks one request brings, from 1 to 100 (<c>page_limit</c>); null takes 100. It changes how often is asked, not what is given.</summary>
    public int? PageLimit { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"TagId = {TagId}, CreatedByMe = {CreatedByMe}, IncludeTests = {IncludeTests}, PageLimit = {PageLimit}");
        return true;
    }
}
