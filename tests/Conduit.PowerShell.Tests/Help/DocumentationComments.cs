using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conduit.PowerShell.Cmdlets;

namespace Conduit.PowerShell.Tests.Help;

/// <summary>What the cmdlets' documentation comments say, as the compiler wrote them down.</summary>
internal sealed partial class DocumentationComments
{
    private readonly Dictionary<string, XElement> _members =
        XDocument.Load(Path.ChangeExtension(typeof(ConduitCmdlet).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);

    public string SummaryOf(Type type) => Text(_members[$"T:{type.FullName}"].Element("summary")!);

    public string SummaryOf(PropertyInfo property) => Text(_members[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!);

    public IEnumerable<(string Line, string Meaning)> ExamplesOf(Type type) => _members[$"T:{type.FullName}"].Elements("example")
        .Select(example => (Text(example.Element("code")!), Text(example.Element("para")!)));

    private static string Text(XElement element) => Spaces().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
