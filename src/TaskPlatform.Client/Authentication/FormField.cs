namespace TaskPlatform.Client.Authentication;

/// <summary>A field of a form, neither half encoded yet. Says nothing of itself: the value may be a secret.</summary>
internal sealed class FormField(string name, string value)
{
    internal string Name => name;

    internal string Value => value;
}
