using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class PublicApiTests
{
    private static readonly string Framework =
        typeof(PublicApiTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Split("=v")[1];

    [Fact]
    public void The_public_API_of_the_SDK_is_the_approved_one() => IsApproved(SdkTypes.Sdk);

    [Fact]
    public void The_public_API_of_the_testing_package_is_the_approved_one() => IsApproved(SdkTypes.Testing);

    [Fact]
    public void The_public_API_of_the_AI_package_is_the_approved_one() => IsApproved(SdkTypes.AI);

    [Fact]
    public void The_public_API_of_the_health_check_package_is_the_approved_one() => IsApproved(SdkTypes.HealthChecks);

    private static void IsApproved(Assembly assembly)
    {
        string name = Path.Combine(Repository.Conventions, $"PublicApi.{assembly.GetName().Name}");
        string approvedFile = $"{name}.txt";
        string receivedFile = $"{name}.net{Framework}.received.txt"; // both frameworks may be tested at once
        string[] approved = File.Exists(approvedFile) ? File.ReadAllLines(approvedFile) : [];
        string[] received = [.. ApiText.Of(assembly)];
        if (approved.SequenceEqual(received))
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, string.Join('\n', received) + '\n');
        Assert.Fail(
            $"""
            The public API of {assembly.GetName().Name} is not the approved one, on .NET {Framework}:

            {string.Join(Environment.NewLine, TextDifference.Between(approved, received))}

            A line taken away or changed breaks programs that use it. If all this is meant, approve it and commit the file with the change:

              cp "{Repository.Name(receivedFile)}" "{Repository.Name(approvedFile)}"
            """);
    }
}
