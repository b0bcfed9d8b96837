using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Tap;
using Conduit.PowerShell.Streams;
using TapEvent = Conduit.PowerShell.Objects.TapEvent;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Watches requests as they happen, until Ctrl+C.</summary>
/// <example>
/// <code>Watch-ConduitTap deploy/web -Namespace emojivoto -MaxEvents 20</code>
/// <para>The next twenty events of a deployment.</para>
/// </example>
/// <example>
/// <code>Watch-ConduitTap deploy/web -Namespace emojivoto -To svc/voting-svc -MaxRps 10</code>
/// <para>Only what it sends to a service.</para>
/// </example>
/// <example>
/// <code>Watch-ConduitTap ns/emojivoto -MaxRps 50 | Where-Object HttpStatus -ge 500</code>
/// <para>Failures of a namespace, as they happen.</para>
/// </example>
[Cmdlet(VerbsCommon.Watch, "ConduitTap")]
[OutputType(typeof(TapEvent))]
public sealed class WatchConduitTapCommand : TapCmdlet
{
    public WatchConduitTapCommand() => MaxRps = 1;

    /// <summary>Ends after so many events. Default: at Ctrl+C, or when the pipeline has enough.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxEvents { get; set; } = int.MaxValue;

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = Request;
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");

        var left = MaxEvents;
        var notes = new Queue<string>();

        await foreach (var seen in new TapOperation(api).RunAsync(request, notes.Enqueue, cancellationToken))
        {
            while (notes.TryDequeue(out var note))
            {
                yield return new CmdletNote(note);
            }

            yield return TapEvent.Of(seen);

            if (--left == 0)
            {
                yield break;
            }
        }
    }
}
