using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Inject;
using Conduit.Operations.Rendering;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Adds the Conduit proxy to Kubernetes configs. It asks no cluster and changes nothing.</summary>
/// <example>
/// <code>Get-Content app.yml -Raw | Invoke-ConduitInject | kubectl apply -f -</code>
/// <para>Meshes what a file describes.</para>
/// </example>
/// <example>
/// <code>kubectl get deploy -n shop -o yaml | Invoke-ConduitInject | kubectl apply -f -</code>
/// <para>Meshes what runs already.</para>
/// </example>
/// <example>
/// <code>Invoke-ConduitInject app.yml -SkipOutboundPorts 3306, 6379 -AsByteStream | Set-Content -AsByteStream app-meshed.yml</code>
/// <para>Leaves traffic to databases alone, and keeps every other byte of the file.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ConduitInject")]
[OutputType(typeof(string), typeof(byte[]))]
public sealed class InvokeConduitInjectCommand : ProxyCmdlet
{
    private readonly ManifestInput _input = new();

    /// <summary>Files, folders, https addresses; - is the pipeline's text.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [Alias("ConfigFile")]
    public string[] Path { get; set; } = [];

    /// <summary>Manifests as text, or files.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Namespace of the control plane.</summary>
    [Parameter]
    [Alias("c")]
    public string ConduitNamespace { get; set; } = "conduit";

    /// <summary>Port on which the proxy takes inbound traffic. Default: 4143.</summary>
    [Parameter]
    public string? InboundPort { get; set; }

    /// <summary>Port on which the proxy takes outbound traffic. Default: 4140.</summary>
    [Parameter]
    public string? OutboundPort { get; set; }

    /// <summary>Ports of the pod that bypass the proxy.</summary>
    [Parameter]
    public string[]? SkipInboundPorts { get; set; }

    /// <summary>Ports of others that the pod reaches without the proxy.</summary>
    [Parameter]
    public string[]? SkipOutboundPorts { get; set; }

    /// <summary>Ports that are proxied as plain TCP, without protocol detection.</summary>
    [Parameter]
    public string[]? OpaquePorts { get; set; }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = _input.OpenText();
        var request = new InjectRequest(_input.SourcesAfter(FilesOf(Path)), FlagsOf(RenderFlag.OfInject(), ConduitNamespace));
        var rendered = await new InjectOperation(Defaults, new ManifestLoader(text)).RunAsync(request, cancellationToken);

        foreach (var message in ManifestReport.Of(rendered))
        {
            yield return message;
        }

        yield return Rendered(rendered.Text);
    }

    protected override void ProcessRecord() => _input.Add(Unwrap(InputObject));
}
