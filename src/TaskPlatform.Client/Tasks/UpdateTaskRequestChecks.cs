using System.Buffers;

namespace TaskPlatform.Client.Tasks;

/// <summary>What an update of a task must be like before it is sent.</summary>
internal static class UpdateTaskRequestChecks
{
    private const int NameLimit = 63;
    private const int AnnotationLimit = 255;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789- ");

    /// <summary>Refuses what is surely a mistake, whatever the options say.</summary>
    internal static void Refuse(UpdateTaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!UpdateTaskRequestMembers.Set(request).Any() && request.AdditionalFields is null or { Count: 0 })
        {
            throw new ArgumentException("The update has no member set, so there is nothing to send.", nameof(request));
        }

        if (request.AdditionalFields is { } additional
            && UpdateTaskRequestMembers.All.FirstOrDefault(member => additional.ContainsKey(member.Key)).Key is { } known)
        {
            throw new ArgumentException($"AdditionalFields has the key {known}, which has a member of its own: set that.", nameof(request));
        }
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
        CheckName(request.Name.GetValueOrDefault(), nameof(request));
        TextLimit.Check(nameof(request.Annotation), request.Annotation.GetValueOrDefault(), AnnotationLimit, nameof(request));
        if (request.ActiveRevisions is { IsSet: true, Value: { } activeRevisions })
        {
            ActiveRevisionChecks.Check(activeRevisions);
        }
    }

    private static void CheckName(string? name, string parameter)
    {
        if (name is null)
        {
            return;
        }

        TextLimit.Check(nameof(UpdateTaskRequest.Name), name, NameLimit, parameter);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException(
                $"Name takes 1 to {NameLimit} letters from A to Z, digits, hyphens and spaces; of its {TextLimit.Length(name)} characters some are none of these, or it is empty.",
                parameter);
        }
    }
}
