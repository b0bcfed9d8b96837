using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Commands.Options;

/// <summary>What chooses the requests that <c>tap</c> and <c>top</c> watch.</summary>
internal sealed class TapOptions
{
    private readonly ResourceArgument _target;
    private readonly NamespaceOptions _namespace = new();
    private readonly ResourceOption _to = new("--to", "Only requests to this resource; services too.", defaultNamespace: "the target's");
    private readonly Option<string?> _scheme = new("--scheme") { Description = "Only requests with this scheme.", HelpName = "SCHEME" };
    private readonly Option<string?> _method = new("--method") { Description = "Only requests with this method.", HelpName = "METHOD" };
    private readonly Option<string?> _authority = new("--authority") { Description = "Only requests with exactly this authority.", HelpName = "AUTHORITY" };
    private readonly Option<string?> _path = new("--path") { Description = "Only requests whose path begins with this.", HelpName = "PREFIX" };
    private readonly Option<string?> _selector = new("--selector", "-l") { Description = "Only pods of the target with these labels.", HelpName = "SELECTOR" };
    private readonly Option<double> _maxRps;

    public TapOptions(CommandContext context, double defaultMaxRps)
    {
        _target = new ResourceArgument(context, _namespace);
        _maxRps = new Option<double>("--max-rps")
        {
            Description = "Requests per second at most, over all pods together.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => defaultMaxRps,
        };
    }

    public void AddTo(Command command)
    {
        _target.AddTo(command);
        _namespace.AddTo(command);
        _to.AddTo(command);

        foreach (var option in new Option[] { _maxRps, _scheme, _method, _authority, _path, _selector })
        {
            command.Options.Add(option);
        }
    }

    public TapRequest Read(ParseResult parsed) => new()
    {
        Target = _target.Read(parsed),
        Namespace = _namespace.Read(parsed),
        To = _to.Read(parsed),
        ToNamespace = _to.ReadNamespace(parsed),
        MaxRps = parsed.GetValue(_maxRps),
        Scheme = parsed.GetValue(_scheme),
        Method = parsed.GetValue(_method),
        Authority = parsed.GetValue(_authority),
        Path = parsed.GetValue(_path),
        LabelSelector = parsed.GetValue(_selector),
    };
}
