using System.Net;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>
/// A body that streams through: every piece leaves at once, and it can be sent only once. When the HTTP client wants it a second
/// time, the endpoint refused the request unprocessed, and the exception says so.
/// </summary>
internal sealed class OneUseContent : HttpContent
{
    private readonly HttpContent _inner;
    private bool _isUsed;

    public OneUseContent(HttpContent inner)
    {
        _inner = inner;

        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_isUsed)
        {
            throw new RequestRefusedException();
        }

        _isUsed = true;
        return _inner.CopyToAsync(new FlushingStream(stream), context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
