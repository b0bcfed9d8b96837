using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output.Dev;
using Conduit.Operations.Dev;

namespace Conduit.Cli.Commands.Dev;

internal sealed class DevDownCommand : VerbCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "Name of the mesh; not needed when one runs.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DevDownCommand(CommandContext context)
        : base("down", "Stop a mesh on this machine, and sweep what a killed one left behind.")
    {
        _context = context;
        Arguments.Add(_name);
    }

    public override string Details =>
        """
        Its processes are asked to end, and killed where they do not. What a mesh left behind that was killed itself is found by its state
        file and swept too.
        """;

    public override IReadOnlyList<Example> Examples => [new("conduit dev down", "stop the mesh that runs")];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_name) ?? parsed.GetValue(_context.Globals.Mesh);
        var text = new DevText(_context.Terminal.ErrorPalette);
        var stopped = await new DevDownOperation(_context.DevMeshes, _context.Time).RunAsync(
            name,
            happened => _context.Terminal.Error.Write(text.Of(happened)),
            cancellationToken);

        foreach (var mesh in stopped)
        {
            _context.Terminal.Error.WriteLine($"Stopped {mesh}.");
        }

        return ExitCode.Ok;
    }
}
