namespace Conduit.Kubernetes.Credentials;

/// <summary>A credential that was written down once.</summary>
internal sealed class FixedCredentials(Credential credential) : ICredentialSource
{
    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(credential);

    public bool Renew(Credential refused) => false;
}
