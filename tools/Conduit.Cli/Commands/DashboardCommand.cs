using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Operations.Dashboard;

namespace Conduit.Cli.Commands;

internal sealed class DashboardCommand : VerbCommand
{
    private const string Dashboard = "conduit";
    private const string Url = "url";

    private readonly CommandContext _context;
    private readonly ControlPlaneOption _controlPlane;
    private readonly Option<int> _port = new("--port", "-p") { Description = "Local port; 0 is any that is free.", HelpName = "PORT" };
    private readonly Option<string> _show = new("--show")
    {
        Description = $"What to open: {Dashboard} in the default browser, or {Url} to print the address alone.",
        HelpName = "WHAT",
        DefaultValueFactory = _ => Dashboard,
    };

    public DashboardCommand(CommandContext context)
        : base("dashboard", "Open the dashboard in a browser, until Ctrl+C.")
    {
        _context = context;
        _controlPlane = new ControlPlaneOption(context);
        _show.CompletionSources.Add(Dashboard, Url);
        _controlPlane.AddTo(this);
        Options.Add(_port);
        Options.Add(_show);
    }

    public override string Details =>
        """
        It is served on this machine alone, until Ctrl+C. On a cluster a port-forward to the controller's pod carries it, so the right to
        create pods/portforward there is the permission that it takes.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit dashboard", "open it"),
        new("conduit dashboard -p 8084 --show url", "at a port of your choice, without a browser"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var opens = ReadShow(parsed);
        await new DashboardOperation(_context.Locator).RunAsync(request, address => Show(address, opens), _context.Terminal.WriteNote, cancellationToken);
        return ExitCode.Ok;
    }

    private DashboardRequest Read(ParseResult parsed)
    {
        var number = parsed.GetValue(_port);

        return new DashboardRequest
        {
            Mesh = _context.ReadApi(parsed) with { ConduitNamespace = _controlPlane.Read(parsed) },
            Port = number switch
            {
                0 => null,
                < 0 => throw new MisuseException("InvalidPort", $"port must be greater than or equal to zero, was {number}"),
                > ushort.MaxValue => throw new MisuseException("InvalidPort", $"port must be at most {ushort.MaxValue}, was {number}"),
                _ => new Port(number),
            },
        };
    }

    private bool ReadShow(ParseResult parsed) => parsed.GetValue(_show) switch
    {
        Dashboard => true,
        Url => false,
        var other => throw new MisuseException("InvalidShow", $"unknown value for 'show' param, was: {other}, must be one of: {Dashboard}, {Url}"),
    };

    private void Show(Uri address, bool opens)
    {
        var output = _context.Terminal.Out;
        output.WriteLine("Conduit dashboard available at:");
        output.WriteLine(address);

        if (opens)
        {
            output.WriteLine("Opening Conduit dashboard in the default browser");
        }

        output.Flush();

        if (opens && !_context.OpenBrowser(address))
        {
            _context.Terminal.WriteNote("there is no browser to open it; open the address yourself");
        }
    }
}
