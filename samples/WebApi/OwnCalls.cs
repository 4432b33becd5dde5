using System.Net;
using System.Text.Json;

namespace WebApi;

/// <summary>Calls the service as its users would, and checks the answers.</summary>
internal static class OwnCalls
{
    public static async Task<int> CheckAsync(WebApplication app, EmbeddedProject project)
    {
        using var caller = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(1) };

        using HttpResponseMessage health = await caller.GetAsync(new Uri("/health", UriKind.Relative));
        bool isHealthy = await health.Content.ReadAsStringAsync() == "Healthy" && project.ExecutedRuns == 0;
        Say("healthy, and no run was paid for it", isHealthy);

        using HttpResponseMessage answer = await caller.PostAsJsonAsync("/translations", new Question("Hello world", "Spanish"));
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        bool isTranslated = answer.StatusCode == HttpStatusCode.OK && body.GetProperty("text").GetString() == "Hola mundo" && project.ExecutedRuns == 1;
        Say("translated, by one run", isTranslated);

        int failed = (isHealthy ? 0 : 1) + (isTranslated ? 0 : 1);
        Console.WriteLine($"{2 - failed} checks passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static void Say(string what, bool holds) => Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
}
