using System.Security.Cryptography.X509Certificates;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Credentials;

/// <summary>A token in a file that somebody else keeps fresh, as the kubelet does for pods; looked at again every minute.</summary>
internal sealed class TokenFileCredentials(string path, X509Certificate2? certificate, TimeProvider time) : ICredentialSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Reading? _last;

    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < Fresh)
        {
            return last.Credential;
        }

        var credential = Credential.Bearer(await ReadAsync(cancellationToken), certificate);
        _last = new Reading(credential, time.GetTimestamp());
        return credential;
    }

    public bool Renew(Credential refused)
    {
        _last = null;
        return true;
    }

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken)).Trim() is { Length: > 0 } token
                ? token
                : throw new KubeConfigException("TokenMissing", $"the token file {path} is empty. Log in again, or check what writes it.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new KubeConfigException("TokenMissing", $"the token file cannot be read: {failure.Message} Log in again, or check what writes it.", failure);
        }
    }

    private sealed record Reading(Credential Credential, long At);
}
