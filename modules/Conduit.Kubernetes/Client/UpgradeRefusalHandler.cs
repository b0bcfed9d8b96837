using System.Net;

namespace Conduit.Kubernetes.Client;

/// <summary>Reads why an upgrade to WebSocket was refused, which the socket itself would throw away.</summary>
internal sealed class UpgradeRefusalHandler(Func<HttpResponseMessage, CancellationToken, Task<Exception>> explain, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        if (request.Headers.Upgrade.Count == 0 || response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            return response;
        }

        using (response)
        {
            throw await explain(response, cancellationToken);
        }
    }
}
