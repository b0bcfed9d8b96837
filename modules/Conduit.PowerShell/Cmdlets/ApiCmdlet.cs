using System.Management.Automation;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.PowerShell.Completion;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet that asks a mesh.</summary>
public abstract class ApiCmdlet : ConduitCmdlet
{
    /// <summary>Namespace of the control plane.</summary>
    [Parameter]
    [Alias("c")]
    public string ConduitNamespace { get; set; } = "conduit";

    /// <summary>Path of the kubeconfig file, instead of KUBECONFIG or ~/.kube/config.</summary>
    [Parameter]
    public string? Kubeconfig { get; set; }

    /// <summary>Context of the kubeconfig file, instead of its current one.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>host:port of the mesh's API, instead of looking for a mesh. Also CONDUIT_API_ADDR.</summary>
    [Parameter]
    [Alias("ApiAddr")]
    public string? ApiAddress { get; set; }

    /// <summary>Name of the dev mesh, where several run.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MeshCompleter))]
    public string? Mesh { get; set; }

    private protected ApiConnection Connect() => Module.Connect(ReadApi());

    private protected ApiOptions ReadApi() => new()
    {
        ConduitNamespace = ConduitNamespace,
        Address = ApiAddress,
        Cluster = new ClusterOptions { Kubeconfig = FileOf(Kubeconfig), Context = Context },
        Mesh = Mesh,
    };
}
