using System.Text;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tags;

/// <summary>What is held against the platform's rules before a tag is sent.</summary>
internal static class TagChecks
{
    private const int NameLimit = 15;
    private const int DescriptionLimit = 1000;

    /// <summary>The word of a kind as it may stand in a path; whatever the options say, for any other would lead elsewhere.</summary>
    internal static string Word(TagEntityType entityType) =>
        entityType.Value is { Length: > 0 } word && word.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
            ? word
            : throw new ArgumentException("The kind of thing the tag is for is empty or no word, like \"task_revision\"; nothing was sent.", nameof(entityType));

    internal static void Check(CreateTagRequest request)
    {
        CheckName(request.Name, nameof(request));
        TextLimit.Check(nameof(request.Description), request.Description, DescriptionLimit, nameof(request));
    }

    internal static void Check(UpdateTagRequest request)
    {
        if (request.Name.GetValueOrDefault() is { } name)
        {
            CheckName(name, nameof(request));
        }

        TextLimit.Check(nameof(request.Description), request.Description.GetValueOrDefault(), DescriptionLimit, nameof(request));
    }

    /// <summary>Refuses an update that says nothing, whatever the options say.</summary>
    internal static void Refuse(UpdateTagRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Name.IsSet && !request.Description.IsSet && !request.ParentId.IsSet)
        {
            throw new ArgumentException("The update has no member set, so there is nothing to send.", nameof(request));
        }
    }

    private static void CheckName(string? name, string parameter)
    {
        TextLimit.Check("Name", name, NameLimit, parameter);
        if (string.IsNullOrEmpty(name) || !name.EnumerateRunes().All(Rune.IsLetterOrDigit))
        {
            throw new ArgumentException(
                $"Name takes 1 to {NameLimit} letters and digits; of its {TextLimit.Length(name ?? "")} characters some are neither, or it is empty.", parameter);
        }
    }
}
