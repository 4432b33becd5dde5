// One run through the client, started cold: a token, an answer, its text.
using TaskPlatform.Client;
using TaskPlatform.Client.ColdStart;

var server = new Uri(args[0]);
using var client = new TaskPlatformClient(new TaskPlatformClientOptions
{
    BaseAddress = new Uri(server, "api/v1/"),
    TokenEndpoint = new Uri(server, "oauth2/token"),
    OrganizationId = Guid.Parse(args[1]),
    ProjectId = Guid.Parse(args[2]),
    ClientId = "client-id",
    ClientSecret = "client-secret",
});

TaskRun<Translation> answer = await client.Tasks.RunAsync(
    Guid.Parse(args[3]),
    new RunTaskRequest { Input = { ["text"] = "Hello world", ["language"] = "Spanish" } },
    ColdStartJson.Default.Translation);

Console.WriteLine(answer.Value.Text);
