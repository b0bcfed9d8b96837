using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Edges;
using Conduit.Operations.Resources;
using Conduit.PowerShell.Completion;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Parameters;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets who calls whom, and how that goes.</summary>
/// <example>
/// <code>Get-ConduitEdge -Namespace emojivoto</code>
/// <para>Every edge that begins or ends in a namespace.</para>
/// </example>
/// <example>
/// <code>Get-ConduitEdge deploy/web -Namespace emojivoto | Where-Object Source -eq web</code>
/// <para>Whom web calls.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitEdge")]
[OutputType(typeof(Edge))]
public sealed class GetConduitEdgeCommand : NamespacedCmdlet
{
    /// <summary>What one end at least has to be: TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string[] Resource { get; set; } = [ResourceTarget.All];

    /// <summary>The time up to now that the numbers cover: a TimeSpan, or a text such as 30s or 5m.</summary>
    [Parameter]
    [Alias("t")]
    [GoDuration]
    public TimeSpan TimeWindow { get; set; } = TimeSpan.FromMinutes(1);

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new EdgesRequest { Target = ResourceTarget.Parse(Resource), Namespace = Choice, Window = TimeWindow };
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");
        var result = await new EdgesOperation(api).RunAsync(request, cancellationToken);

        foreach (var note in result.Notes)
        {
            yield return new CmdletNote(note);
        }

        foreach (var edge in result.Edges)
        {
            yield return Edge.Of(edge);
        }
    }
}
