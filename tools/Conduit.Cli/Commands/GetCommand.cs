using System.Collections.Immutable;
using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Get;

namespace Conduit.Cli.Commands;

internal sealed class GetCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _type = new("TYPE") { Description = "What to list: pods.", HelpName = "TYPE" };
    private readonly NamespaceOptions _namespace = new();
    private readonly FormatOption _format = FormatOption.ForResources();
    private readonly WatchOption _watch;

    public GetCommand(CommandContext context)
        : base("get", "List the pods that the mesh knows.")
    {
        _context = context;
        _watch = new WatchOption(context);
        _type.CompletionSources.Add(ResourceKindNames.Plural(ResourceKind.Pod));
        Arguments.Add(_type);
        _namespace.AddTo(this);
        _watch.AddTo(this);
        _format.AddTo(this);
    }

    public override string Details => "Pods with and without a proxy are listed. The table is namespace/name, one per line; -o wide shows their state.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit get pods -n emojivoto", "namespace/name, one per line"),
        new("conduit get pods -A -o wide", "with status, restarts and owner"),
        new("conduit get pods -n emojivoto -o name", "as other programs take them, such as kubectl delete"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        RequirePods(parsed.GetRequiredValue(_type));

        using var api = _context.Connect(parsed);
        var format = _format.Read(parsed);
        var request = new GetPodsRequest { Namespace = _namespace.Read(parsed) };
        var operation = new GetPodsOperation(api);

        await _watch.RunAsync(
            parsed,
            async terminal => Write(terminal, await operation.RunAsync(request, cancellationToken), format),
            cancellationToken);
        return ExitCode.Ok;
    }

    private static void Write(Terminal terminal, ImmutableArray<MeshPod> pods, OutputFormat format)
    {
        var names = pods.Select(pod => ResourceKindNames.Qualify(ResourceKind.Pod, pod.Name));

        new ResultWriter(terminal, format) { Names = names }.Write(
            pods.Length,
            none: "No resources found.",
            () => PodsDocument.Of(pods),
            wide => WriteRows(terminal, pods, wide));
    }

    private static void RequirePods(string type)
    {
        if (!ResourceKindNames.TryParse(type, out var kind) || kind != ResourceKind.Pod)
        {
            throw new MisuseException("InvalidResource", $"invalid resource type {type}, only pods are allowed as resource types");
        }
    }

    private static void WriteRows(Terminal terminal, ImmutableArray<MeshPod> pods, bool wide)
    {
        if (wide)
        {
            PodsTable.Of(pods).Write(terminal);
            return;
        }

        foreach (var pod in pods)
        {
            terminal.Out.WriteLine($"{pod.Namespace}/{pod.Name}");
        }
    }
}
