using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Credentials;

/// <summary>Credentials of a plugin, kept until they expire or are refused. All who ask while it runs wait for the same answer.</summary>
internal sealed class ExecCredentials(ExecPlugin plugin, KubeConfigOrigin origin, TimeProvider time) : ICredentialSource
{
    private readonly Lock _lock = new();
    private Task<Answer>? _last;

    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        Task<Answer> answer;

        lock (_lock)
        {
            answer = _last is { } last && IsUsable(last) ? last : _last = AskAsync();
        }

        return (await answer.WaitAsync(cancellationToken)).Credential;
    }

    public bool Renew(Credential refused)
    {
        lock (_lock)
        {
            // A request that started earlier may have been refused with what is long replaced.
            if (_last is { IsCompletedSuccessfully: true } last && last.Result.Credential == refused)
            {
                _last = null;
            }
        }

        return true;
    }

    private bool IsUsable(Task<Answer> answer) =>
        !answer.IsCompleted || (answer.IsCompletedSuccessfully && (answer.Result.Expires is null || time.GetUtcNow() < answer.Result.Expires));

    private async Task<Answer> AskAsync()
    {
        // The lock is for memory; starting a program comes after it.
        await Task.Yield();

        var status = await plugin.RunAsync();
        var certificate = status is { ClientCertificateData: { } chain, ClientKeyData: { } key } ? PemReader.WithKey(chain, key, origin) : null;
        var credential = status.Token is { Length: > 0 } token ? Credential.Bearer(token, certificate) : new Credential(Certificate: certificate);
        return new Answer(credential, status.ExpirationTimestamp);
    }

    private sealed record Answer(Credential Credential, DateTimeOffset? Expires);
}
