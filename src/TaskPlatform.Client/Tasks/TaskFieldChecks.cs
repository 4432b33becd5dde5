using System.Buffers;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>What making and changing a task hold their fields to alike.</summary>
internal static class TaskFieldChecks
{
    private const int NameLimit = 63;
    private const int AnnotationLimit = 255;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789- ");

    /// <summary>Holds a name against the platform's limits; null passes.</summary>
    internal static void CheckName(string? name, string parameter)
    {
        if (name is null)
        {
            return;
        }

        TextLimit.Check("Name", name, NameLimit, parameter);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException(
                $"Name takes 1 to {NameLimit} letters from A to Z, digits, hyphens and spaces; of its {TextLimit.Length(name)} characters some are none of these, or it is empty.",
                parameter);
        }
    }

    /// <summary>Holds a note against the platform's limit; null passes.</summary>
    internal static void CheckAnnotation(string? annotation, string parameter) =>
        TextLimit.Check("Annotation", annotation, AnnotationLimit, parameter);
}
