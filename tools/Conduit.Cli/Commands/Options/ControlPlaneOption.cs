using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Commands.Options;

/// <summary><c>-n</c> of the verbs that are about a control plane and nothing else: another name of <c>--conduit-namespace</c>.</summary>
internal sealed class ControlPlaneOption
{
    private readonly CommandContext _context;
    private readonly Option<string?> _namespace = new("-n") { Description = "As --conduit-namespace.", HelpName = "NAMESPACE" };

    public ControlPlaneOption(CommandContext context)
    {
        _context = context;
        _namespace.Validators.Add(GlobalOptions.RequireNamespace);
    }

    public void AddTo(Command command) => command.Options.Add(_namespace);

    public string Read(ParseResult parsed) => parsed.GetValue(_namespace) ?? parsed.GetValue(_context.Globals.ConduitNamespace)!;
}
