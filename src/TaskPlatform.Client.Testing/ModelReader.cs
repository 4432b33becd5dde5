using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary><c>GET …/model</c>, a bare array, and <c>GET …/model/{model_id_or_name}</c>. Retired models are listed on request only.</summary>
internal sealed class ModelReader(PlatformState state)
{
    public HttpResponseMessage List(Exchange call)
    {
        _ = state.Project(call);
        var issues = new IssueList();
        bool retired = QueryFields.Flag(call.Query(), "include_retired", issues);
        string[] needed = [.. call.Request.Query.TrimStart('?').Split('&').Select(field => Feature(Form.Decode(field), issues)).OfType<string>()];
        issues.ThrowIfAny();
        return Answer.Json(HttpStatusCode.OK, Json.List(state.Labels.Models
            .Where(model => (retired || model["retired"] is null) && needed.All(feature => Json.Flag(model[feature])))
            .Select(model => model.DeepClone())));
    }

    public HttpResponseMessage Get(Exchange call)
    {
        _ = state.Project(call);
        string asked = call.Segment("model_id_or_name");
        JsonObject model = state.Labels.Models.FirstOrDefault(model => Json.Text(model["id"]) == asked || Json.Text(model["name"]) == asked)
            ?? throw Refusal.Text(HttpStatusCode.NotFound, "Model not found");
        return Answer.Json(HttpStatusCode.OK, model.DeepClone());
    }

    // A filter may stand several times, and then all of it must hold.
    private static string? Feature(string field, IssueList issues)
    {
        string[] parts = field.Split('=', 2);
        switch (parts[0])
        {
            case "vision":
                FieldRules.Word("image", "pdf")(parts[^1], Location.Query["vision"], issues);
                return parts[^1] == "pdf" ? "supports_pdf_vision" : "supports_vision";
            case "output":
                FieldRules.Word("image")(parts[^1], Location.Query["output"], issues);
                return "supports_image_output";
            default:
                return null;
        }
    }
}
