using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.AI;

/// <summary>Which inputs a function takes, and the request that its arguments make.</summary>
internal sealed class FunctionInputs
{
    private readonly TaskDefinition definition;
    private readonly RunTaskRequest template;
    private readonly Func<AIFunctionArguments, string?>? createReference;
    private readonly IReadOnlyList<string> required;

    internal FunctionInputs(TaskDefinition definition, TaskFunctionOptions options)
    {
        if (definition.Id == Guid.Empty)
        {
            throw new ArgumentException("The definition has no id, so there is no task to run.", nameof(definition));
        }

        this.definition = definition;
        createReference = options.CreateReference;
        template = options.Request with
        {
            Input = (JsonObject)options.Request.Input.DeepClone(),
            ExpectedModality = options.Request.ExpectedModality ?? definition.OutputModality,
        };
        InputDifference difference = PromptTemplate.Compare(template, definition);
        required = difference.Missing;
        if (difference.Surplus.Count > 0)
        {
            throw new ArgumentException($"Inputs of TaskFunctionOptions.Request are in no prompt of the task: {string.Join(", ", difference.Surplus)}.", nameof(options));
        }
    }

    internal JsonElement Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(required.Select(static name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = "string" }))),
            ["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]),
            ["additionalProperties"] = false,
        };
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }

    internal RunTaskRequest Request(AIFunctionArguments arguments, JsonSerializerOptions serializer)
    {
        var input = (JsonObject)template.Input.DeepClone();
        string[] given = [.. arguments.Keys];
        foreach (string name in given.Where(name => !template.Input.ContainsKey(name)))
        {
            input[name] = Json(arguments[name], serializer);
        }

        RunTaskRequest request = template with { Input = input };
        InputDifference difference = PromptTemplate.Compare(request, definition);
        string[] surplus = [.. difference.Surplus, .. given.Where(template.Input.ContainsKey)];
        if (difference.Missing.Count + surplus.Length > 0)
        {
            throw new ArgumentException($"The arguments are not the inputs of the task, and nothing was run.{Names("Missing", difference.Missing)}{Names("Not taken", surplus)}", nameof(arguments));
        }

        return createReference is null ? request : request with { Reference = createReference(arguments) };
    }

    private static JsonNode? Json(object? value, JsonSerializerOptions serializer) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value, serializer.GetTypeInfo(value.GetType())),
    };

    private static string Names(string what, IReadOnlyList<string> names) => names.Count == 0 ? "" : $" {what}: {string.Join(", ", names)}.";
}
