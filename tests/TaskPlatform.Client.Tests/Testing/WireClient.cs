using System.Net.Http.Headers;
using System.Text;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

/// <summary>Speaks the wire to a fake platform, without the SDK.</summary>
internal sealed class WireClient(FakeTaskPlatform platform, HttpMessageHandler? handler = null, Uri? baseAddress = null) : IDisposable
{
    private readonly HttpClient http = new(handler ?? platform, disposeHandler: false);

    private Uri BaseAddress { get; } = baseAddress ?? new Uri("https://taskplatform.test/api/v1/");

    public string ProjectPath { get; init; } = $"org/{platform.OrganizationId}/project/{platform.ProjectId}";

    public string? Bearer { get; set; } = platform.ApiKey;

    public void Dispose() => http.Dispose();

    public Task<WireAnswer> UpdateTaskAsync(FakeTask task, string json) => PostAsync($"{ProjectPath}/task/{task.Id}", json);

    public Task<WireAnswer> UpdateAgentAsync(FakeTaskAgent agent, string json) => PostAsync($"{ProjectPath}/task-agent/{agent.Id}", json);

    public Task<WireAnswer> RunAsync(FakeTask task, string json = """{"task_input":{}}""", string query = "") =>
        PostAsync($"{ProjectPath}/task/{task.Id}/run{query}", json);

    public Task<WireAnswer> GetFileAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(BaseAddress, path.TrimStart('/'))));

    public Task<WireAnswer> PostAsync(string path, string json, string contentType = "application/json") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(BaseAddress, path)) { Content = new StringContent(json, Encoding.UTF8, contentType) });

    public Task<WireAnswer> AskForTokenAsync(IEnumerable<KeyValuePair<string, string>> form, string? basic = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseAddress, "/oauth2/token")) { Content = new FormUrlEncodedContent(form) };
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        }

        return SendAsync(request, bearer: false);
    }

    public async Task<WireAnswer> SendAsync(HttpRequestMessage request, bool bearer = true)
    {
        using (request)
        {
            if (bearer && Bearer is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
            }

            using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return new WireAnswer(
                response.StatusCode,
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                body);
        }
    }
}
