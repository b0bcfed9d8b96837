using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conduit.Kubernetes.Credentials;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Follows a context to its cluster and its user, and makes everything ready for a connection.</summary>
internal sealed class ContextResolver(KubeConfig config, TimeProvider time)
{
    private string Files => string.Join(", ", config.Files);

    /// <param name="name">The context; null for the current one.</param>
    public KubernetesClientConfiguration Resolve(string? name)
    {
        var contextName = name ?? config.CurrentContext ?? throw new KubeConfigException(
            "ContextMissing", $"no context is chosen in {Files}. Choose one with --context{Choices(config.Contexts.Keys)}");
        var context = Find(config.Contexts, contextName, "context", Files);
        var cluster = Find(config.Clusters, context.Cluster, "cluster", $"{Files}, which context '{contextName}' names");
        var user = context.User is null ? null : Find(config.Users, context.User, "user", $"{Files}, which context '{contextName}' names");

        return new KubernetesClientConfiguration
        {
            Host = Url(cluster.Server, "server", cluster.Origin, "https", "http")
                ?? throw KubeConfigException.Invalid(cluster.Origin, $"cluster '{context.Cluster}' has no 'server'"),
            Namespace = context.Namespace,
            CurrentContext = contextName,
            Source = $"context '{contextName}' of {Files}",
            SslCaCerts = Authority(cluster) is { } pem ? PemReader.Authorities(pem, cluster.Origin) : null,
            SkipTlsVerify = cluster.InsecureSkipTlsVerify,
            TlsServerName = cluster.TlsServerName,
            ProxyUrl = Url(cluster.ProxyUrl, "proxy-url", cluster.Origin, "http", "https", "socks5"),
            Impersonation = user?.Impersonation ?? [],
            Credentials = Credentials(context.User ?? "", user ?? new UserEntry(context.Origin), cluster),
        };
    }

    private static T Find<T>(ImmutableDictionary<string, T> entries, string? name, string kind, string place)
    {
        if (name is not null && entries.TryGetValue(name, out var entry))
        {
            return entry;
        }

        var id = string.Concat(char.ToUpperInvariant(kind[0]), kind[1..], "Missing");
        throw new KubeConfigException(id, $"there is no {kind} '{name}' in {place}{Choices(entries.Keys)}");
    }

    private static string Choices(IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } known ? $"; there is {string.Join(", ", known)}." : "; there is none.";

    private static Uri? Url(string? text, string key, KubeConfigOrigin origin, params string[] schemes) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && schemes.Contains(url.Scheme) ? url
        : throw KubeConfigException.Invalid(origin, $"'{key}' must be a URL such as {schemes[0]}://10.0.0.1:6443, not '{text}'");

    private static string? Authority(ClusterEntry cluster) =>
        PemReader.Text(cluster.CertificateAuthorityData, cluster.CertificateAuthority, "certificate-authority", cluster.Origin);

    private ICredentialSource Credentials(string name, UserEntry user, ClusterEntry cluster)
    {
        if (user.AuthProvider is { } provider)
        {
            throw new KubeConfigException(
                "AuthProviderGone",
                $"User '{name}' ({user.Origin}) logs in with auth-provider '{provider}', which Kubernetes has removed. "
                + "Get a kubeconfig with an exec plugin from your provider's tool.");
        }

        var certificate = Certificate(user);

        return user switch
        {
            { Exec: { } exec } => new ExecCredentials(new ExecPlugin(exec, Describe(cluster), time), exec.Origin, time),
            { TokenFile: { } path } => new TokenFileCredentials(user.Origin.Resolve(path), certificate, time),
            { Token: { } token } => new FixedCredentials(Credential.Bearer(token, certificate)),
            { Username: { } username } => new FixedCredentials(new Credential(Basic(username, user.Password ?? ""), certificate)),
            _ => new FixedCredentials(new Credential(Certificate: Unexpired(certificate, name, user))),
        };
    }

    private static X509Certificate2? Certificate(UserEntry user)
    {
        var certificate = PemReader.Text(user.ClientCertificateData, user.ClientCertificate, "client-certificate", user.Origin);
        var key = PemReader.Text(user.ClientKeyData, user.ClientKey, "client-key", user.Origin);

        return (certificate, key) switch
        {
            ({ }, { }) => PemReader.WithKey(certificate, key, user.Origin),
            (null, null) => null,
            _ => throw KubeConfigException.Invalid(user.Origin, "'client-certificate' and 'client-key' need each other"),
        };
    }

    private X509Certificate2? Unexpired(X509Certificate2? certificate, string name, UserEntry user) =>
        certificate is null || time.GetUtcNow() < certificate.NotAfter
            ? certificate
            : throw new KubeConfigException(
                "CredentialsExpired",
                $"the client certificate of user '{name}' ({user.Origin}) expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC. "
                + "Get a new kubeconfig, or check this machine's clock.");

    private static AuthenticationHeaderValue Basic(string username, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));

    private static ExecCredentialCluster Describe(ClusterEntry cluster) => new()
    {
        Server = cluster.Server,
        TlsServerName = cluster.TlsServerName,
        InsecureSkipTlsVerify = cluster.InsecureSkipTlsVerify,
        CertificateAuthorityData = Authority(cluster) is { } pem ? Encoding.UTF8.GetBytes(pem) : null,
        ProxyUrl = cluster.ProxyUrl,
    };
}
