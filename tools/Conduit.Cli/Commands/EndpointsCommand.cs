using System.Collections.Immutable;
using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Model.Resources;
using Conduit.Operations.Endpoints;

namespace Conduit.Cli.Commands;

internal sealed class EndpointsCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string[]> _authorities = new("AUTHORITY")
    {
        Description = "Services as clients call them, in full or in part, such as web-svc.emojivoto. Default: all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly NamespaceOptions _namespace = new();
    private readonly FormatOption _format = FormatOption.ForResources();
    private readonly WatchOption _watch;

    public EndpointsCommand(CommandContext context)
        : base("endpoints", "Show where services lead now.")
    {
        _context = context;
        _watch = new WatchOption(context);
        Arguments.Add(_authorities);
        _namespace.AddTo(this);
        _watch.AddTo(this);
        _format.AddTo(this);
    }

    public override string Details => "These are the addresses that the controller tells to proxies, with the pod behind each and whether it is ready.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit endpoints -n emojivoto", "every service of a namespace"),
        new("conduit endpoints voting-svc.emojivoto.svc.cluster.local:8080", "one port of one service"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var api = _context.Connect(parsed);
        var format = _format.Read(parsed);
        var request = new EndpointsRequest { Authorities = [.. parsed.GetValue(_authorities) ?? []], Namespace = _namespace.Read(parsed) };
        var operation = new EndpointsOperation(api);

        await _watch.RunAsync(
            parsed,
            async terminal => Write(terminal, await operation.RunAsync(request, cancellationToken), format),
            cancellationToken);
        return ExitCode.Ok;
    }

    private static void Write(Terminal terminal, ImmutableArray<ServiceAddress> addresses, OutputFormat format)
    {
        var names = addresses.Select(address => ResourceKindNames.Qualify(ResourceKind.Service, address.Service));

        new ResultWriter(terminal, format) { Names = names }.Write(
            addresses.Length,
            none: "No endpoints found.",
            () => EndpointsDocument.Of(addresses),
            _ => EndpointsTable.Of(addresses).Write(terminal));
    }
}
