using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Credentials;

/// <summary>Credentials of a plugin, kept until they expire or are refused.</summary>
internal sealed class ExecCredentials(ExecPlugin plugin, KubeConfigOrigin origin, TimeProvider time) : ICredentialSource, IDisposable
{
    private readonly SemaphoreSlim _running = new(1);
    private volatile Answer? _last;

    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (Usable() is { } ready)
        {
            return ready;
        }

        await _running.WaitAsync(cancellationToken);

        try
        {
            return Usable() ?? await AskAsync(cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    public bool Renew(Credential refused)
    {
        // A request that started earlier may have been refused with what is long replaced.
        if (_last?.Credential == refused)
        {
            _last = null;
        }

        return true;
    }

    public void Dispose() => _running.Dispose();

    private Credential? Usable() => _last is { } last && (last.Expires is null || time.GetUtcNow() < last.Expires) ? last.Credential : null;

    private async Task<Credential> AskAsync(CancellationToken cancellationToken)
    {
        var status = await plugin.RunAsync(cancellationToken);
        var certificate = status is { ClientCertificateData: { } chain, ClientKeyData: { } key } ? PemReader.WithKey(chain, key, origin) : null;
        var credential = status.Token is { Length: > 0 } token ? Credential.Bearer(token, certificate) : new Credential(Certificate: certificate);
        _last = new Answer(credential, status.ExpirationTimestamp);
        return credential;
    }

    private sealed record Answer(Credential Credential, DateTimeOffset? Expires);
}
