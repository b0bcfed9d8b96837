using System.CommandLine;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary><c>-n</c> and <c>-A</c>: which namespace a question is about.</summary>
internal sealed class NamespaceOptions
{
    private readonly Option<string?> _namespace = new("--namespace", "-n")
    {
        Description = "Namespace. Default: the context's; a dev mesh's only one; else all.",
        HelpName = "NAMESPACE",
    };

    private readonly Option<bool> _all = new("--all-namespaces", "-A") { Description = "All namespaces, whatever --namespace says." };

    public void AddTo(Command command)
    {
        command.Options.Add(_namespace);
        command.Options.Add(_all);
    }

    public NamespaceChoice Read(ParseResult parsed) => new() { Name = parsed.GetValue(_namespace), All = parsed.GetValue(_all) };
}
