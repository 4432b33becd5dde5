using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace DocsCode;

/// <summary>What docs/migrating.md shows of calls by hand.</summary>
internal static class ByHand
{
    public static async Task LogInAsync(HttpClient http, Uri tokenEndpoint, string clientId, string clientSecret)
    {
        // docs: token-by-hand
        using var ask = new HttpRequestMessage(HttpMethod.Post, tokenEndpoint)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        string pair = $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}";
        ask.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        using HttpResponseMessage token = await http.SendAsync(ask);
        token.EnsureSuccessStatusCode();
        JsonNode granted = (await token.Content.ReadFromJsonAsync<JsonNode>())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)granted["access_token"]);

        // docs: end
    }

    public static async Task<Guid> UpdateAsync(HttpClient http, string project, Guid taskId)
    {
        // docs: update-by-hand
        using HttpResponseMessage updated = await http.PostAsJsonAsync(
            $"{project}/task/{taskId}", new JsonObject { ["user_prompt"] = "Translate {text} into {language}", ["annotation"] = null });
        updated.EnsureSuccessStatusCode();
        var made = Guid.Parse(updated.Headers.GetValues("X-New-Revision-ID").First());

        var revision = new JsonObject { ["task_revision_id"] = made.ToString(), ["weight"] = 1 };
        using HttpResponseMessage live = await http.PostAsJsonAsync($"{project}/task/{taskId}", new JsonObject { ["active_revisions"] = new JsonArray(revision) });
        live.EnsureSuccessStatusCode();

        // docs: end
        return made;
    }

    public static async Task<(string? Text, decimal Credits)> RunAsync(HttpClient http, string project, Guid taskId)
    {
        // docs: run-by-hand
        using HttpResponseMessage answer = await http.PostAsJsonAsync($"{project}/task/{taskId}/run?reporting_group=acme", new JsonObject
        {
            ["task_input"] = new JsonObject { ["text"] = "Hello", ["language"] = "Spanish" },
            ["task_reference"] = "order-42",
        });
        answer.EnsureSuccessStatusCode();
        JsonNode run = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        if ((bool?)run["is_error"] == true)
        {
            throw new InvalidOperationException($"The run failed: {run["primary_failure_reason"]}");
        }

        string? text = (string?)run["response"]!["text"];
        decimal credits = decimal.Parse((string?)run["charged_credits"] ?? "0", CultureInfo.InvariantCulture);

        // docs: end
        return (text, credits);
    }

    public static async Task SendFileAsync(HttpClient http, string project, Guid taskId, string path, string target)
    {
        // docs: files-by-hand
        var file = new JsonObject { ["filename"] = Path.GetFileName(path), ["content"] = Convert.ToBase64String(await File.ReadAllBytesAsync(path)) };
        using HttpResponseMessage answer = await http.PostAsJsonAsync(
            $"{project}/task/{taskId}/run", new JsonObject { ["task_input"] = new JsonObject(), ["task_files"] = new JsonArray(file) });
        answer.EnsureSuccessStatusCode();
        JsonNode run = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        string name = Uri.EscapeDataString((string)run["response"]!["image_name"]!);
        await File.WriteAllBytesAsync(target, await http.GetByteArrayAsync($"{project}/task/{taskId}/run/{run["id"]}/file/{name}"));

        // docs: end
    }

    public static async Task<string> ExplainAsync(HttpClient http, string project, Guid taskId)
    {
        string outcome;

        // docs: error-by-hand
        using HttpResponseMessage answer = await http.PostAsJsonAsync($"{project}/task/{taskId}/run", new JsonObject { ["task_input"] = new JsonObject() });
        if (answer.IsSuccessStatusCode)
        {
            outcome = "ran";
        }
        else
        {
            string body = await answer.Content.ReadAsStringAsync();
            JsonNode? detail = answer.Content.Headers.ContentType?.MediaType == "application/json" && body.StartsWith('{') ? JsonNode.Parse(body)!["detail"] : null;
            string? message = detail switch
            {
                JsonObject reason => (string?)reason["message"],
                JsonArray issues => string.Join("; ", issues.Select(issue => (string?)issue!["msg"])),
                _ => detail?.ToString(),     // and the gateway's form, and the documented one, and HTML
            };
            outcome = $"{(int)answer.StatusCode}: {message}";
        }

        // docs: end
        return outcome;
    }

    public static async Task RepeatAsync(HttpClient http, string project, Guid taskId)
    {
        var body = new JsonObject { ["task_input"] = new JsonObject { ["text"] = "Hello", ["language"] = "Spanish" } };

        // docs: repeat-by-hand
        HttpResponseMessage answer;
        for (int attempt = 1; ; attempt++)
        {
            answer = await http.PostAsJsonAsync($"{project}/task/{taskId}/run", body);
            bool refused = answer.StatusCode == HttpStatusCode.TooManyRequests
                || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null);
            if (!refused || attempt == 3)
            {
                break;     // a 500 or a time-out may have run, and been charged: never again
            }

            TimeSpan wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(attempt);
            answer.Dispose();
            await Task.Delay(wait);
        }

        // docs: end
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
        }
    }
}
