using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Top;
using Conduit.PowerShell.Parameters;
using Conduit.PowerShell.Streams;
using TopRow = Conduit.PowerShell.Objects.TopRow;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets the busiest paths. It counts a sample of the traffic.</summary>
/// <example>
/// <code>Get-ConduitTop deploy/web -Namespace emojivoto</code>
/// <para>What web serves and calls, over ten seconds.</para>
/// </example>
/// <example>
/// <code>Get-ConduitTop ns/emojivoto -Duration 30s | Group-Object Path</code>
/// <para>Half a minute of a namespace, by path.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitTop")]
[OutputType(typeof(TopRow))]
public sealed class GetConduitTopCommand : TapCmdlet
{
    public GetConduitTopCommand() => MaxRps = 100;

    /// <summary>How long to watch: a TimeSpan, or a text such as 30s or 5m.</summary>
    [Parameter]
    [GoDuration]
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(10);

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tap = Request;
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");
        yield return new CmdletDetail(FormattableString.Invariant($"this is a sample of at most {tap.MaxRps} requests per second; Get-ConduitStat counts all of them"));

        var notes = new List<string>();
        var last = await new TopOperation(api, Module.Time).RunAsync(
            new TopRequest { Tap = tap, Duration = Duration }, show: _ => { }, notes.Add, cancellationToken);

        foreach (var note in notes)
        {
            yield return new CmdletNote(note);
        }

        foreach (var row in last.Rows)
        {
            yield return TopRow.Of(row);
        }
    }
}
