using System.Net;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>The content of a request that has headers of a content and no bytes.</summary>
internal sealed class NoContent : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
