using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>What a revision of a task says: its prompts, models and output. A member left alone keeps the platform's default, or what the revision before said.</summary>
public class FakeRevisionDefinition
{
    private protected FakeRevisionDefinition()
    {
    }

    /// <summary>The standing instruction to the model, wire key <c>system_prompt</c>; variables are written <c>{name}</c>.</summary>
    public string? SystemPrompt
    {
        get => Json.Text(Fields["system_prompt"]);
        set => Fields["system_prompt"] = value;
    }

    /// <summary>The prompt of each run, wire key <c>user_prompt</c>; a run must bring an input for each <c>{name}</c> in it.</summary>
    public string? UserPrompt
    {
        get => Json.Text(Fields["user_prompt"]);
        set => Fields["user_prompt"] = value;
    }

    /// <summary>The model, wire key <c>llm_model_id</c>; a new task has <see cref="FakeTaskPlatform.ModelId"/>.</summary>
    public Guid? ModelId
    {
        get => Json.Id(Fields["llm_model_id"]);
        set => Fields["llm_model_id"] = value?.ToString();
    }

    /// <summary>The model that answers when the first one fails, wire key <c>fallback_llm_model_id</c>; a new task has none.</summary>
    public Guid? FallbackModelId
    {
        get => Json.Id(Fields["fallback_llm_model_id"]);
        set => Fields["fallback_llm_model_id"] = value?.ToString();
    }

    /// <summary>The fields of a <c>json</c> answer, wire key <c>output_format</c>; a new <c>json</c> task answers <c>{"answer": …}</c>.</summary>
    public JsonObject? OutputFormat
    {
        get => Fields["output_format"] as JsonObject;
        set => Fields["output_format"] = value?.DeepClone();
    }

    /// <summary>Which files a run must bring: <c>none</c> (default), <c>image</c>, <c>pdf</c>, <c>image_or_pdf</c> or <c>any</c>; wire key <c>file_input_mode</c>.</summary>
    public string? FileInputMode
    {
        get => Json.Text(Fields["file_input_mode"]);
        set => Fields["file_input_mode"] = value;
    }

    /// <summary>A test revision is run by its id only and can never be made live; wire key <c>test</c>, false by default.</summary>
    public bool Test
    {
        get => Json.Flag(Fields["test"]);
        set => Fields["test"] = value;
    }

    /// <summary>Names of the tags the revision can be run by; a tag that does not exist is made. None by default.</summary>
    public IList<string> Tags { get; } = [];

    /// <summary>Every other key of a revision, under its wire name and with the value an update would send, such as <c>Fields["annotation"] = "first try"</c>.</summary>
    public JsonObject Fields { get; } = [];

    internal static FakeRevisionDefinition Create() => new();
}
