using System.Text;

namespace TaskPlatform.Client.AI;

/// <summary>What a function is called and said to be for, where the options don't say.</summary>
internal static class FunctionName
{
    // What all models' providers take: letters, digits, _ and -, no digit first.
    private const int Longest = 64;

    internal static string Of(TaskDefinition definition)
    {
        var name = new StringBuilder(definition.Name.Length);
        foreach (char one in definition.Name)
        {
            if (char.IsAsciiLetterOrDigit(one) || one == '-')
            {
                name.Append(one);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        string text = name.ToString().TrimEnd('_');
        if (text.Length == 0)
        {
            return $"task_{definition.Id:N}";
        }

        text = char.IsAsciiLetter(text[0]) ? text : $"task_{text}";
        return text.Length <= Longest ? text : text[..Longest].TrimEnd('_');
    }

    internal static string Describe(TaskDefinition definition) => string.IsNullOrWhiteSpace(definition.Description)
        ? $"Runs the task \"{definition.Name}\" and answers with {definition.OutputModality}."
        : definition.Description;
}
