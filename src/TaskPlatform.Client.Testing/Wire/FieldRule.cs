using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Checks one value of a request and notes what is wrong with it.</summary>
internal delegate void FieldRule(JsonNode? value, Location at, IssueList issues);
