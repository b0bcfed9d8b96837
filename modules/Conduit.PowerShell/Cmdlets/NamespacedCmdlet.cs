using System.Management.Automation;
using Conduit.Operations.Resources;
using Conduit.PowerShell.Completion;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet that asks about a namespace.</summary>
public abstract class NamespacedCmdlet : ApiCmdlet
{
    private bool _all;

    /// <summary>Namespace. Default: the context's; a dev mesh's only one; else all.</summary>
    [Parameter]
    [Alias("n")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? Namespace { get; set; }

    /// <summary>All namespaces, whatever -Namespace says.</summary>
    [Parameter]
    [Alias("A")]
    public SwitchParameter AllNamespaces
    {
        get => _all;
        set => _all = value;
    }

    private protected NamespaceChoice Choice => new() { Name = Namespace, All = _all };
}
