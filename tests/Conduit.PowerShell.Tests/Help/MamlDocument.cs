using System.Xml.Linq;
using Conduit.PowerShell.Tests.Surface;

namespace Conduit.PowerShell.Tests.Help;

/// <summary>The module's help file, made of what cmdlets declare and what their documentation comments say.</summary>
internal sealed class MamlDocument(DocumentationComments comments)
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public string Of(IEnumerable<CmdletClass> cmdlets) => new XElement(
        Root + "helpItems",
        new XAttribute("schema", "maml"),
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        cmdlets.Select(Help)).ToString();

    private XElement Help(CmdletClass cmdlet)
    {
        var name = cmdlet.Name.Split('-');
        var summary = comments.SummaryOf(cmdlet.Type);

        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[1]),
                Description(summary)),
            Description(summary),
            new XElement(
                Command + "syntax",
                new XElement(Command + "syntaxItem", new XElement(Maml + "name", cmdlet.Name), cmdlet.Parameters.Select(parameter => Parameter(parameter)))),
            new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => Parameter(parameter, comments.SummaryOf(parameter.Property)))),
            new XElement(Command + "returnValues", cmdlet.OutputTypes.Select(type => new XElement(Command + "returnValue", TypeName(type.FullName!)))),
            new XElement(Command + "examples", comments.ExamplesOf(cmdlet.Type).Select(Example)));
    }

    private static XElement Parameter(CmdletParameter parameter, string? description = null) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsMandatory),
        new XAttribute("globbing", false),
        new XAttribute("pipelineInput", PipelineInput(parameter)),
        new XAttribute("position", parameter.Position?.ToString() ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        description is null ? null : Description(description),
        parameter.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", true), parameter.TypeName),
        TypeName(parameter.TypeName));

    private static string PipelineInput(CmdletParameter parameter) => parameter switch
    {
        { TakesPipeline: true } => "true (ByValue)",
        { TakesPropertyOfPipeline: true } => "true (ByPropertyName)",
        _ => "false",
    };

    private static XElement Example((string Line, string Meaning) example, int number) => new(
        Command + "example",
        new XElement(Maml + "title", $"Example {number + 1}"),
        new XElement(Dev + "code", example.Line),
        new XElement(Dev + "remarks", new XElement(Maml + "para", example.Meaning)));

    private static XElement Description(string text) => new(Maml + "description", new XElement(Maml + "para", text));

    private static XElement TypeName(string name) => new(Dev + "type", new XElement(Maml + "name", name));
}
