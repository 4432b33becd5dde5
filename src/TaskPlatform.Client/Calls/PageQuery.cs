using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.Calls;

/// <summary>What a list is asked for: its filters, and how many entries a page of it has at most.</summary>
/// <param name="filters">The query without cursor and page limit, as <see cref="QueryText"/> writes it; empty without filters.</param>
/// <param name="pageLimit">What the caller asked for; null takes the largest page.</param>
/// <param name="validate">Whether the limit is checked.</param>
internal sealed class PageQuery(string filters, int? pageLimit, bool validate)
{
    private const int LargestPage = 100;

    /// <summary>Refuses a limit the platform does not take.</summary>
    /// <param name="parameter">The argument of the operation that it stands in.</param>
    internal void Check(string parameter)
    {
        if (validate && pageLimit is < 1 or > LargestPage)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"PageLimit must be from 1 to {LargestPage}; {pageLimit} was given."), parameter);
        }
    }

    /// <summary>The query of one page. The limit is always sent: what the platform takes without one is written down in several ways.</summary>
    internal string At(string? cursor) => new StringBuilder(filters)
        .Query("cursor", cursor)
        .Query("page_limit", (pageLimit ?? LargestPage).ToString(CultureInfo.InvariantCulture))
        .ToString();
}
