using System.Buffers;
using System.IO.Pipelines;

namespace Conduit.Proxy.Detection;

/// <summary>Looks at a connection's first bytes without taking them.</summary>
internal sealed class ConnectionDetector(TimeProvider time)
{
    // A client that stays silent so long speaks a protocol in which the server begins.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The protocol; null when the client closed without a byte.</summary>
    public async ValueTask<ApplicationProtocol?> DetectAsync(PipeReader input)
    {
        using var limit = new CancellationTokenSource(Limit, time);

        try
        {
            while (true)
            {
                var read = await input.ReadAsync(limit.Token);
                var detected = ProtocolDetector.Detect(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
                var isOver = detected is not null || read.IsCompleted;

                // What is examined is not given again until more arrives, so the verdict must leave it unexamined.
                input.AdvanceTo(read.Buffer.Start, isOver ? read.Buffer.Start : read.Buffer.End);

                if (isOver)
                {
                    return detected ?? (read.Buffer.IsEmpty ? null : ApplicationProtocol.Opaque);
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return ApplicationProtocol.Opaque;
        }
    }
}
