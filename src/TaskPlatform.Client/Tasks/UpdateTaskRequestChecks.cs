using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>What an update of a task must be like before it is sent.</summary>
internal static class UpdateTaskRequestChecks
{
    /// <summary>Refuses what is surely a mistake, whatever the options say.</summary>
    internal static void Refuse(UpdateTaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!UpdateTaskRequestMembers.Set(request).Any() && request.AdditionalFields is null or { Count: 0 })
        {
            throw new ArgumentException("The update has no member set, so there is nothing to send.", nameof(request));
        }

        AdditionalKeys.Refuse(request.AdditionalFields, UpdateTaskRequestMembers.All.Select(static member => member.Key), nameof(request));
    }

    /// <summary>Refuses an update that can't be followed by giving its new revision all traffic.</summary>
    internal static void RefuseBeforeActivation(UpdateTaskRequest request)
    {
        Refuse(request);
        if (request.ActiveRevisions.IsSet)
        {
            throw new ArgumentException("ActiveRevisions is set; the new revision is to get all traffic, so leave it out.", nameof(request));
        }

        if (request.Test.GetValueOrDefault())
        {
            throw new ArgumentException("Test is true; a test revision can never be active.", nameof(request));
        }

        if (!UpdateTaskRequestMembers.HasRevisionMembers(request))
        {
            throw new ArgumentException("No member is set that makes a new revision, so there would be none to activate.", nameof(request));
        }
    }

    /// <summary>Holds the values against the platform's limits; for <c>ValidateRequests</c>.</summary>
    internal static void Check(UpdateTaskRequest request)
    {
        TaskFieldChecks.CheckName(request.Name.GetValueOrDefault(), nameof(request));
        TaskFieldChecks.CheckAnnotation(request.Annotation.GetValueOrDefault(), nameof(request));
        if (request.ActiveRevisions is { IsSet: true, Value: { } activeRevisions })
        {
            ActiveRevisionChecks.Check(activeRevisions);
        }
    }
}
