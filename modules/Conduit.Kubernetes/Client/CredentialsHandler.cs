using System.Net;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Credentials;

namespace Conduit.Kubernetes.Client;

/// <summary>Makes every request the caller's own; once more with a fresh credential where the first was refused.</summary>
internal sealed class CredentialsHandler(KubernetesClientConfiguration configuration, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private volatile Credential? _current;

    /// <summary>What the last request went out with.</summary>
    public Credential? Current => _current;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var credential = await SignAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);

        if (response.StatusCode != HttpStatusCode.Unauthorized || !configuration.Credentials.Renew(credential))
        {
            return response;
        }

        response.Dispose();
        await SignAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<Credential> SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var credential = await configuration.Credentials.GetAsync(cancellationToken);
        _current = credential;
        request.Headers.Authorization = credential.Authorization;

        foreach (var group in configuration.Impersonation.GroupBy(header => header.Key, header => header.Value))
        {
            request.Headers.Remove(group.Key);
            request.Headers.Add(group.Key, group);
        }

        if (configuration.TlsServerName is { } name)
        {
            // The transport takes the handshake's name from here; API servers do not care for it otherwise.
            request.Headers.Host = name;
        }

        return credential;
    }
}
