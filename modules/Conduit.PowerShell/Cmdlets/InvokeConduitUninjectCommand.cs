using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Rendering;
using Conduit.Operations.Uninject;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Removes the Conduit proxy from Kubernetes configs. It asks no cluster and changes nothing.</summary>
/// <example>
/// <code>Invoke-ConduitUninject app-meshed.yml</code>
/// <para>The file as it was before Invoke-ConduitInject.</para>
/// </example>
/// <example>
/// <code>kubectl get deploy -n shop -o yaml | Invoke-ConduitUninject | kubectl apply -f -</code>
/// <para>Takes what runs out of the mesh.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ConduitUninject")]
[OutputType(typeof(string), typeof(byte[]))]
public sealed class InvokeConduitUninjectCommand : ConduitCmdlet
{
    private readonly ManifestInput _input = new();
    private bool _asBytes;

    /// <summary>Files, folders, https addresses; - is the pipeline's text.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [Alias("ConfigFile")]
    public string[] Path { get; set; } = [];

    /// <summary>Manifests as text, or files.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Write bytes, exactly those that the command line writes, instead of one string.</summary>
    [Parameter]
    public SwitchParameter AsByteStream
    {
        get => _asBytes;
        set => _asBytes = value;
    }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = _input.OpenText();
        var request = new UninjectRequest(_input.SourcesAfter(FilesOf(Path)));
        var rendered = await new UninjectOperation(new ManifestLoader(text)).RunAsync(request, cancellationToken);

        foreach (var message in ManifestReport.Of(rendered))
        {
            yield return message;
        }

        yield return ManifestOutput.Of(rendered.Text, _asBytes);
    }

    protected override void ProcessRecord() => _input.Add(Unwrap(InputObject));
}
