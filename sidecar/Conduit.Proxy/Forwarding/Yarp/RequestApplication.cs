using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Where Kestrel hands requests over.</summary>
internal sealed class RequestApplication(RequestForwarder forwarder) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => forwarder.ForwardAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
