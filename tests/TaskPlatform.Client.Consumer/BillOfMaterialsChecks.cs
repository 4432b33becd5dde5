using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Consumer;

/// <summary>The bill of materials beside a package: what runs with it, and nothing that only built it.</summary>
internal static class BillOfMaterialsChecks
{
    public static void Run(byte[] file, ExpectedPackage expected, string version, Findings findings)
    {
        string name = $"{expected.Id}.{version}.cdx.json";
        JsonNode bom = Parse(file, name);
        findings.Same("CycloneDX", Text(bom["bomFormat"]), name, "bomFormat");
        findings.Check(bom["serialNumber"] is null, name, "It has a serial number, which would differ from build to build.");

        JsonNode? self = bom["metadata"]?["component"];
        findings.Same($"library {expected.Id} {version}", $"{Text(self?["type"])} {Text(self?["name"])} {Text(self?["version"])}", name, "What it describes");
        findings.Same($"pkg:nuget/{expected.Id}@{version}", Text(self?["purl"]), name, "Its purl");
        findings.Same("MIT", Licence(self), name, "Its licence");

        JsonNode[] components = [.. (bom["components"] as JsonArray ?? []).OfType<JsonNode>()];
        string[] names = [.. components.Select(static one => Text(one["name"]) ?? "")];
        foreach (string dependency in expected.Dependencies.Concat(expected.OnlyNet8))
        {
            findings.Check(names.Contains(dependency, StringComparer.Ordinal), name, $"{dependency} is missing.");
        }

        foreach (JsonNode component in components)
        {
            string id = Text(component["name"]) ?? "";
            findings.Check(!id.Contains("Analyzer", StringComparison.Ordinal), name, $"{id} only builds the package.");
            findings.Same($"pkg:nuget/{id}@{Text(component["version"])}", Text(component["purl"]), name, $"The purl of {id}");

            // What we pack ourselves has its licence in its own bill, and no package to take a hash of yet.
            bool own = ExpectedPackage.All.Any(package => package.Id == id);
            findings.Check(own || (Licence(component) is not null && component["hashes"] is JsonArray { Count: > 0 }), name, $"{id} has no licence or no hash.");
            findings.Check(!own || Text(component["version"]) == version, name, $"{id} has the version {Text(component["version"])}.");
        }
    }

    private static JsonNode Parse(byte[] file, string name)
    {
        try
        {
            return JsonNode.Parse(file) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ConsumerException($"{name} is not JSON: {e.Message}");
        }
    }

    private static string? Licence(JsonNode? component) =>
        component?["licenses"] is JsonArray { Count: > 0 } licences ? Text(licences[0]!["license"]?["id"]) ?? Text(licences[0]!["expression"]) ?? Text(licences[0]!["license"]?["name"]) : null;

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
