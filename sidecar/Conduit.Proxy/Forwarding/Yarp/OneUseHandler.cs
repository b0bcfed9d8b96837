namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Puts every body that streams into a <see cref="OneUseContent"/>.</summary>
internal sealed class OneUseHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content and not NoContent)
        {
            request.Content = new OneUseContent(content);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
