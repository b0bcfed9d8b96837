using Conduit.Proxy.Http2.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>
/// Keeps YARP from resetting the client's stream. YARP has the codes of CANCEL and INTERNAL_ERROR the wrong way round and never passes
/// on the endpoint's own, so the reset waits here until its reason is known.
/// </summary>
internal sealed class HeldReset(IHttpResetFeature client) : IHttpResetFeature
{
    /// <summary>Null for HTTP/1, which has no streams to reset.</summary>
    public static HeldReset? Hold(HttpContext context)
    {
        if (context.Features.Get<IHttpResetFeature>() is not { } client)
        {
            return null;
        }

        var held = new HeldReset(client);
        context.Features.Set<IHttpResetFeature>(held);
        return held;
    }

    public void Reset(int errorCode)
    {
    }

    public void Release(Http2Error errorCode) => client.Reset((int)errorCode);
}
