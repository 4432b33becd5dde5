using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>Holds the rules against the options of every registered client, when the host starts.</summary>
internal sealed class OptionsValidator(IEnumerable<ClientRegistration> registrations) : IValidateOptions<TaskPlatformClientOptions>
{
    public ValidateOptionsResult Validate(string? name, TaskPlatformClientOptions options)
    {
        if (!registrations.Any(one => one.Name == name))
        {
            return ValidateOptionsResult.Skip;
        }

        IReadOnlyList<string> failures = OptionsRules.Check(options);
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(name == Options.DefaultName ? failures : failures.Select(failure => $"Client '{name}': {failure}"));
    }
}
