using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Conduit.Kubernetes.Credentials;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Everything that is needed to talk to one API server as one caller.</summary>
public sealed record KubernetesClientConfiguration
{
    /// <summary>The API server's URL; it may have a path.</summary>
    public required Uri Host { get; init; }

    /// <summary>The context's or the pod's own; null when none is set.</summary>
    public string? Namespace { get; init; }

    /// <summary>The kubeconfig's context; null in a pod.</summary>
    public string? CurrentContext { get; init; }

    /// <summary>Where all this comes from, as messages call it.</summary>
    public required string Source { get; init; }

    /// <summary>Who may sign the API server's certificate; null for those that the machine trusts.</summary>
    public X509Certificate2Collection? SslCaCerts { get; init; }

    /// <summary>True to accept any certificate.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>The name to ask for and to expect in the API server's certificate; null for the URL's.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>An http, https or socks5 proxy on the way; null for what the environment's proxy variables say.</summary>
    public Uri? ProxyUrl { get; init; }

    internal ImmutableArray<KeyValuePair<string, string>> Impersonation { get; init; } = [];

    internal ICredentialSource Credentials { get; init; } = new FixedCredentials(new Credential());

    /// <summary>As kubectl chooses: the kubeconfig that is named, else those of the environment, else the pod's service account.</summary>
    /// <param name="kubeconfigPath">The only kubeconfig to read; null for those of the environment.</param>
    /// <param name="currentContext">The context to use; null for the kubeconfig's current one.</param>
    /// <param name="environment">Variables, home folder and service account.</param>
    /// <param name="time">Tells when credentials expire.</param>
    /// <exception cref="KubeConfigException">Nothing leads to a cluster; the message says what was looked at and what to do.</exception>
    public static KubernetesClientConfiguration BuildDefaultConfig(
        string? kubeconfigPath, string? currentContext, KubernetesEnvironment environment, TimeProvider time)
    {
        var loader = new KubeConfigLoader(environment);

        if (loader.Load(kubeconfigPath) is { } config)
        {
            return new ContextResolver(config, time).Resolve(currentContext);
        }

        if (currentContext is null && IsInCluster(environment))
        {
            return InClusterConfig(environment, time);
        }

        throw new KubeConfigException(
            KubeConfigException.Missing,
            $"no kubeconfig was found (looked for {string.Join(", ", loader.Paths())}). Name one with --kubeconfig or KUBECONFIG.");
    }

    /// <summary>The service account of the pod that this process runs in; its token is read again as the kubelet renews it.</summary>
    public static KubernetesClientConfiguration InClusterConfig(KubernetesEnvironment environment, TimeProvider time) =>
        new ServiceAccountReader(environment, time).Read();

    public static bool IsInCluster(KubernetesEnvironment environment) =>
        new ServiceAccountReader(environment, TimeProvider.System).IsInCluster;
}
