using System.Net;
using System.Net.Sockets;
using Conduit.Kubernetes.Credentials;
using Conduit.Model.Addresses;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Reads what the kubelet mounts into every pod.</summary>
internal sealed class ServiceAccountReader(KubernetesEnvironment environment, TimeProvider time)
{
    public bool IsInCluster => environment.Variable("KUBERNETES_SERVICE_HOST") is { Length: > 0 } && File.Exists(At("token")) && File.Exists(At("ca.crt"));

    public KubernetesClientConfiguration Read()
    {
        if (!IsInCluster)
        {
            throw new KubeConfigException(
                "NotInCluster",
                $"this process runs in no pod: KUBERNETES_SERVICE_HOST or the service account in {environment.ServiceAccountDirectory} is missing. "
                + "In a pod, see that automountServiceAccountToken is not false.");
        }

        var origin = new KubeConfigOrigin(At("ca.crt"), 1);

        return new KubernetesClientConfiguration
        {
            Host = Host(),
            Namespace = File.Exists(At("namespace")) ? File.ReadAllText(At("namespace")).Trim() : null,
            Source = "the pod's service account",
            SslCaCerts = PemReader.Authorities(PemReader.Text(null, origin.File, "certificate-authority", origin)!, origin),
            Credentials = new TokenFileCredentials(At("token"), certificate: null, time),
        };
    }

    private Uri Host()
    {
        var host = environment.Variable("KUBERNETES_SERVICE_HOST")!;
        var port = Port.TryParse(environment.Variable("KUBERNETES_SERVICE_PORT"), out var given) ? given.Number : 443;
        var bracketed = IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{host}]" : host;
        return new UriBuilder("https", bracketed, port).Uri;
    }

    private string At(string file) => Path.Combine(environment.ServiceAccountDirectory, file);
}
