using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;

namespace Conduit.Cli.Hosting;

/// <summary>The options that every command takes.</summary>
internal sealed partial class GlobalOptions
{
    public Option<string> ConduitNamespace { get; } = new("--conduit-namespace", "-c")
    {
        Description = "Namespace of the control plane.",
        HelpName = "NAMESPACE",
        DefaultValueFactory = _ => "conduit",
        Recursive = true,
    };

    public Option<string?> Kubeconfig { get; } = new("--kubeconfig")
    {
        Description = "Path of the kubeconfig file, instead of KUBECONFIG or ~/.kube/config.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<string?> Context { get; } = new("--context")
    {
        Description = "Context of the kubeconfig file, instead of its current one.",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<string?> ApiAddress { get; } = new("--api-addr")
    {
        Description = "host:port of the mesh's API, instead of looking for a mesh. Also CONDUIT_API_ADDR.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public Option<string?> Mesh { get; } = new("--mesh")
    {
        Description = "Name of the dev mesh, where several run.",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Say on stderr which mesh is asked, and show failures in full.",
        Recursive = true,
    };

    public IEnumerable<Option> All => [ConduitNamespace, Kubeconfig, Context, ApiAddress, Mesh, Verbose];

    public GlobalOptions() => ConduitNamespace.Validators.Add(RequireNamespace);

    public ApiOptions ReadApi(ParseResult parsed) => new()
    {
        ConduitNamespace = parsed.GetValue(ConduitNamespace)!,
        Address = parsed.GetValue(ApiAddress),
        Cluster = ReadCluster(parsed),
        Mesh = parsed.GetValue(Mesh),
    };

    public ClusterOptions ReadCluster(ParseResult parsed) => new() { Kubeconfig = parsed.GetValue(Kubeconfig), Context = parsed.GetValue(Context) };

    /// <summary>For every option that names the control plane's namespace.</summary>
    public static void RequireNamespace(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !NamespaceForm().IsMatch(token.Value)))
        {
            result.AddError($"{token.Value} is not a valid namespace");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9-]+$")]
    private static partial Regex NamespaceForm();
}
