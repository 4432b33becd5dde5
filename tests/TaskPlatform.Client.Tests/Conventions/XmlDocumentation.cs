using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>The documentation the compiler collected from the SDK's sources.</summary>
internal static class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "TaskPlatform.Client.xml"))
        .Descendants("member")
        .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>What is written about a property or a field; null when nothing is.</summary>
    internal static XElement? Of(MemberInfo member)
    {
        string id = $"{(member is PropertyInfo ? 'P' : 'F')}:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return member is PropertyInfo property && property.GetIndexParameters().Length > 0
            ? Members.FirstOrDefault(one => one.Key.StartsWith(id + "(", StringComparison.Ordinal)).Value
            : Members.GetValueOrDefault(id);
    }

    internal static XElement? Of(Type type) => Members.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}");

    /// <summary>The text a reader sees, code in it included, references by their last name.</summary>
    internal static string Text(XElement? element)
    {
        var text = new StringBuilder();
        foreach (XNode node in element?.DescendantNodes() ?? [])
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "see" or "paramref" } reference => $" {(reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value.Split('.', ':')[^1]} ",
                _ => "",
            });
        }

        return text.ToString();
    }
}
