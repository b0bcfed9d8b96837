using System.Net;

namespace Conduit.Grpc.Client;

/// <summary>The body of a call with many requests: it lends the connection's stream to whoever writes them.</summary>
/// <param name="ended">The end of the call, after which nothing is written.</param>
internal sealed class RequestStreamContent(CancellationToken ended) : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Stream> OpenAsync() => _stream.Task.WaitAsync(ended);

    public void Complete() => _complete.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server may have to answer before the first request is written, so the headers leave now.
        await stream.FlushAsync(cancellationToken);
        if (!_stream.TrySetResult(stream))
        {
            throw new IOException("The connection broke when requests may have been written, so the call cannot be sent again.");
        }

        await _complete.Task.WaitAsync(ended);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
