namespace Conduit.Kubernetes.Credentials;

/// <summary>Hands out the credential for each request.</summary>
internal interface ICredentialSource
{
    ValueTask<Credential> GetAsync(CancellationToken cancellationToken);

    /// <summary>Forgets <paramref name="refused"/>, which the API server did not accept. False when the next one would be the same.</summary>
    bool Renew(Credential refused);
}
