using System.Buffers;
using System.IO.Pipelines;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Forwarding;

/// <summary>Counts what is consumed, not what is looked at, so that detection does not count bytes twice.</summary>
internal sealed class MeasuredReader(PipeReader inner, OpenTransport transport) : PipeReader
{
    private ReadOnlySequence<byte> _last;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        _last = result.Buffer;
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        var hasRead = inner.TryRead(out result);
        _last = result.Buffer;
        return hasRead;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        transport.Read(_last.Slice(_last.Start, consumed).Length);
        _last = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
}
