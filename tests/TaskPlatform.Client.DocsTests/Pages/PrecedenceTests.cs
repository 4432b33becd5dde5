using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

/// <summary>Where options come from. The environment belongs to the process, so this runs when no other test does.</summary>
[Collection(nameof(FirstProgramTests))]
public sealed class PrecedenceTests : IDisposable
{
    private static readonly string[] Variables = ["TASKPLATFORM_API_KEY", "TASKPLATFORM_CLIENT_ID", "TASKPLATFORM_CLIENT_SECRET", "TASKPLATFORM_BASE_URL", "TASKPLATFORM_TOKEN_URL", "RB_API_KEY", "RB_ORG_ID", "TaskPlatform__ClientSecret"];

    public void Dispose()
    {
        foreach (string name in Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Code_goes_over_the_section_and_the_section_over_the_environment()
    {
        Environment.SetEnvironmentVariable("TASKPLATFORM_BASE_URL", "https://env.example");
        Environment.SetEnvironmentVariable("TASKPLATFORM_API_KEY", "from-the-environment");

        TaskPlatformClientOptions options = Options(
            ("TaskPlatform:BaseAddress", "https://section.example/api/v1"),
            ("TaskPlatform:Timeouts:Run", "00:01:00"),
            ("TaskPlatform:Retry:MaxAttempts", "5"));

        (options.BaseAddress.Host, options.Timeouts.Run, options.Retry.MaxAttempts, options.ApiKey).Should().Be(("section.example", TimeSpan.FromMinutes(5), 5, "from-the-environment"));
    }

    [Theory]
    [InlineData(false, 60)]
    [InlineData(true, 300)]
    public void Of_a_section_and_code_that_are_given_the_later_one_wins_and_the_environment_is_not_read(bool codeLast, int seconds)
    {
        Environment.SetEnvironmentVariable("TASKPLATFORM_API_KEY", "from-the-environment");
        HostApplicationBuilder builder = Builder(("Mine:ApiKey", ""), ("Mine:Timeouts:Run", "00:01:00"));
        Action[] steps =
        [
            () => builder.Services.AddTaskPlatformClient(builder.Configuration.GetSection("Mine")),
            () => builder.Services.AddTaskPlatformClient(options => (options.ClientId, options.ClientSecret, options.Timeouts.Run) = ("id", "secret", TimeSpan.FromMinutes(5))),
        ];

        foreach (Action step in codeLast ? steps : Enumerable.Reverse(steps))
        {
            step();
        }

        TaskPlatformClientOptions options = Read(builder);
        (options.Timeouts.Run, options.ApiKey, options.ClientId).Should().Be((TimeSpan.FromSeconds(seconds), null, "id"));
    }

    [Fact]
    public void The_host_reads_keys_of_the_section_from_its_own_variables()
    {
        Environment.SetEnvironmentVariable("TaskPlatform__ClientSecret", "from-the-host");
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.Configure<TaskPlatformClientOptions>(options => options.ClientId = "id");
        builder.Services.AddTaskPlatformClient();

        Read(builder).ClientSecret.Should().Be("from-the-host");
    }

    [Fact]
    public void The_environment_gives_no_credential_beside_one_of_the_section()
    {
        Environment.SetEnvironmentVariable("TASKPLATFORM_API_KEY", "from-the-environment");

        TaskPlatformClientOptions options = Options(("TaskPlatform:ClientId", "id"), ("TaskPlatform:ClientSecret", "secret"));

        (options.ApiKey, options.ClientId).Should().Be((null, "id"));
    }

    [Fact]
    public void The_environment_completes_no_credential()
    {
        Environment.SetEnvironmentVariable("TASKPLATFORM_CLIENT_SECRET", "from-the-environment");

        Func<TaskPlatformClientOptions> read = () => Options(("TaskPlatform:ClientId", "id"));

        read.Should().Throw<OptionsValidationException>().WithMessage("TaskPlatform:ClientSecret is required*");
    }

    [Fact]
    public void The_two_families_of_variables_are_never_mixed()
    {
        Environment.SetEnvironmentVariable("RB_API_KEY", "theirs");
        Environment.SetEnvironmentVariable("RB_ORG_ID", Guid.NewGuid().ToString());
        TaskPlatformClientOptions.FromEnvironment().ApiKey.Should().Be("theirs");

        Environment.SetEnvironmentVariable("TASKPLATFORM_BASE_URL", "https://ours.example");

        TaskPlatformClientOptions options = TaskPlatformClientOptions.FromEnvironment();
        (options.ApiKey, options.OrganizationId, options.BaseAddress.AbsoluteUri).Should().Be((null, null, "https://ours.example/api/v1"));
    }

    [Fact]
    public async Task The_environment_is_a_start_to_go_on_from()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        Environment.SetEnvironmentVariable("TASKPLATFORM_API_KEY", host.Fake.ApiKey);
        Environment.SetEnvironmentVariable("TASKPLATFORM_BASE_URL", host.BaseAddress.ToString());

        await AskFromEnvironmentAsync();

        host.Fake.RequestsFor(FakeOperation.GetCaller).Should().ContainSingle();
    }

    [Fact]
    public async Task Wrong_options_stop_the_host_and_each_is_named()
    {
        HostApplicationBuilder builder = Builder(("TaskPlatform:Timeouts:Run", "300"), ("TaskPlatform:Retry:MaxAttempts", "0"), ("TaskPlatform:Colour", "blue"));
        builder.Services.AddTaskPlatformClient();
        using IHost host = builder.Build();

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "TaskPlatform:Timeouts:Run can't be used: a time as hh:mm:ss is expected.",
            "A credential is required: give TaskPlatform:ClientId with TaskPlatform:ClientSecret, or TaskPlatform:ApiKey, or set Credential in code (in the environment TASKPLATFORM_CLIENT_ID and TASKPLATFORM_CLIENT_SECRET, or TASKPLATFORM_API_KEY).",
            "TaskPlatform:Retry:MaxAttempts must be at least 1, which turns repeats off.");
    }

    [Fact]
    public async Task Without_a_host_wrong_options_show_when_the_client_is_first_asked_for()
    {
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options => options.ApiKey = "key").Services.Configure<TaskPlatformClientOptions>(options => options.Retry.MaxAttempts = 0);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.Invoking(one => one.GetRequiredService<TaskPlatformClient>()).Should().Throw<OptionsValidationException>();
    }

    private static TaskPlatformClientOptions Options(params (string Key, string? Value)[] section)
    {
        HostApplicationBuilder builder = Builder(section);
        Register(builder);
        return Read(builder);
    }

    private static TaskPlatformClientOptions Read(HostApplicationBuilder builder)
    {
        using IHost host = builder.Build();
        return host.Services.GetRequiredService<IOptionsMonitor<TaskPlatformClientOptions>>().CurrentValue;
    }

    private static HostApplicationBuilder Builder(params (string Key, string? Value)[] section)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(section.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value)));
        return builder;
    }

    private static void Register(HostApplicationBuilder builder)
    {
        // docs: precedence
        builder.Services.Configure<TaskPlatformClientOptions>(options => options.Timeouts.Run = TimeSpan.FromMinutes(5));
        builder.Services.AddTaskPlatformClient();

        // docs: end
    }

    private static async Task AskFromEnvironmentAsync()
    {
        // docs: from-environment
        TaskPlatformClientOptions options = TaskPlatformClientOptions.FromEnvironment();
        options.Timeouts.Run = TimeSpan.FromMinutes(5);

        using var client = new TaskPlatformClient(options);

        // docs: end
        await client.GetCallerAsync();
    }
}
