using System.Management.Automation;
using Conduit.Operations.Resources;
using Conduit.Operations.Tap;
using Conduit.PowerShell.Completion;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet that watches requests, and what chooses them.</summary>
public abstract class TapCmdlet : NamespacedCmdlet
{
    /// <summary>TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string[] Resource { get; set; } = [];

    /// <summary>Only requests to this resource; services too.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string? To { get; set; }

    /// <summary>Namespace of -To. Default: the target's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? ToNamespace { get; set; }

    /// <summary>Requests per second at most, over all pods together.</summary>
    [Parameter]
    public double MaxRps { get; set; }

    /// <summary>Only requests with this scheme.</summary>
    [Parameter]
    public string? Scheme { get; set; }

    /// <summary>Only requests with this method.</summary>
    [Parameter]
    public string? Method { get; set; }

    /// <summary>Only requests with exactly this authority.</summary>
    [Parameter]
    public string? Authority { get; set; }

    /// <summary>Only requests whose path begins with this.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Only pods of the target with these labels.</summary>
    [Parameter]
    [Alias("l")]
    public string? Selector { get; set; }

    private protected TapRequest Request => new()
    {
        Target = ResourceTarget.Parse(Resource),
        Namespace = Choice,
        To = To is null ? null : ResourceTarget.Parse(To),
        ToNamespace = ToNamespace,
        MaxRps = MaxRps,
        Scheme = Scheme,
        Method = Method,
        Authority = Authority,
        Path = Path,
        LabelSelector = Selector,
    };
}
