// The same run with HttpClient and source-generated JSON alone, as a careful developer writes it.
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using TaskPlatform.Client.ColdStart;

var server = new Uri(args[0]);
using var http = new HttpClient();

using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "oauth2/token"))
{
    Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
};
tokenRequest.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("client-id:client-secret")));
using HttpResponseMessage tokenResponse = await http.SendAsync(tokenRequest);
tokenResponse.EnsureSuccessStatusCode();
TokenAnswer? token = await tokenResponse.Content.ReadFromJsonAsync(ColdStartJson.Default.TokenAnswer);

var runRequest = new RunRequest(new JsonObject { ["text"] = "Hello world", ["language"] = "Spanish" });
using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"api/v1/org/{args[1]}/project/{args[2]}/task/{args[3]}/run"))
{
    Content = JsonContent.Create(runRequest, ColdStartJson.Default.RunRequest),
};
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token!.AccessToken);
using HttpResponseMessage response = await http.SendAsync(request);
response.EnsureSuccessStatusCode();
RunAnswer? run = await response.Content.ReadFromJsonAsync(ColdStartJson.Default.RunAnswer);

Console.WriteLine(run!.Response.Text);
