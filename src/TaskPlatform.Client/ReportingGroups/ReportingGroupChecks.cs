using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.ReportingGroups;

/// <summary>What is held against the platform's rules before a reporting group is sent.</summary>
internal static class ReportingGroupChecks
{
    private const int NameLimit = 64;
    private const int DescriptionLimit = 500;

    internal static void Check(CreateReportingGroupRequest request)
    {
        CheckName(request.Name, nameof(request));
        TextLimit.Check(nameof(request.Description), request.Description, DescriptionLimit, nameof(request));
    }

    internal static void Check(UpdateReportingGroupRequest request)
    {
        if (request.Name.GetValueOrDefault() is { } name)
        {
            CheckName(name, nameof(request));
        }

        TextLimit.Check(nameof(request.Description), request.Description.GetValueOrDefault(), DescriptionLimit, nameof(request));
    }

    /// <summary>Refuses an update that says nothing, whatever the options say.</summary>
    internal static void Refuse(UpdateReportingGroupRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Name.IsSet && !request.Description.IsSet)
        {
            throw new ArgumentException("The update has no member set, so there is nothing to send.", nameof(request));
        }
    }

    private static void CheckName(string? name, string parameter)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException($"Name is empty; the platform takes 1 to {NameLimit} characters.", parameter);
        }

        TextLimit.Check("Name", name, NameLimit, parameter);
    }
}
