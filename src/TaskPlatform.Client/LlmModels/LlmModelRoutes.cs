using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.LlmModels;

/// <summary>The endpoints of language models, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class LlmModelRoutes
{
    internal static readonly Route<Nothing, IReadOnlyList<LlmModel>> List = new(HttpMethod.Get, "model", CallKind.Read, "list_models");

    internal static readonly Route<Nothing, LlmModel> Get = new(HttpMethod.Get, "model/{model_id_or_name}", CallKind.Read, "get_model");
}
