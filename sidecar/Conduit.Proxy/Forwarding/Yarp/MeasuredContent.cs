using System.Net;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>A response's body on its way to the client, counted.</summary>
internal sealed class MeasuredContent(Stream body, Exchange exchange) : HttpContent
{
    private readonly MeasuredBody _body = new(body, exchange);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _body.CopyToAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _body.Dispose();
        base.Dispose(disposing);
    }
}
