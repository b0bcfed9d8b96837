using System.CommandLine;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary>An option that names a resource, such as <c>--to</c>, and the one for its namespace.</summary>
internal sealed class ResourceOption
{
    private readonly Option<string?> _resource;
    private readonly Option<string?> _namespace;

    /// <param name="name">Such as <c>--to</c>.</param>
    /// <param name="description">What the resource is to the request.</param>
    /// <param name="defaultNamespace">Which namespace it lies in when none is given.</param>
    public ResourceOption(string name, string description, string defaultNamespace)
    {
        _resource = new Option<string?>(name) { Description = description, HelpName = "RESOURCE" };
        _namespace = new Option<string?>($"{name}-namespace") { Description = $"Namespace of {name}. Default: {defaultNamespace}.", HelpName = "NAMESPACE" };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_resource);
        command.Options.Add(_namespace);
    }

    public ResourceTarget? Read(ParseResult parsed) => parsed.GetValue(_resource) is { } word ? ResourceTarget.Parse(word) : null;

    public string? ReadNamespace(ParseResult parsed) => parsed.GetValue(_namespace);
}
