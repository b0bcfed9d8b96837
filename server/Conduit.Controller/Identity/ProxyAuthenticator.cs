using System.Net;
using System.Security.Cryptography;
using System.Text;
using Conduit.Controller.Cluster;
using Conduit.Grpc;
using Conduit.Protocol;

namespace Conduit.Controller.Identity;

/// <summary>
/// Finds out which proxy calls. On a cluster a proxy may speak only for the pod whose address it calls from; in a dev mesh all pods
/// share an address, and the mesh's token takes its place.
/// </summary>
internal sealed class ProxyAuthenticator(ClusterStore cluster, OwnPods own)
{
    /// <exception cref="RpcException">PERMISSION_DENIED, or UNAVAILABLE while nothing is known of the cluster.</exception>
    public ProxyIdentity Identify(ServerCallContext context)
    {
        var snapshot = cluster.Current;

        if (!cluster.HasPicture)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The controller has no picture of the cluster yet."));
        }

        // Read where they lie: the call's metadata would be copied, and each of thousands of streams would keep its copy.
        var http = context.GetHttpContext();
        var headers = http.Request.Headers;

        if (!PodName.TryParse(headers[ProxyMetadata.Pod], out var pod))
        {
            throw Denied($"The metadata '{ProxyMetadata.Pod}' has to name the proxy's pod as namespace/name.");
        }

        if (snapshot.Token is { } token)
        {
            DemandToken(token, headers[ProxyMetadata.Token], pod);
        }
        else
        {
            DemandAddress(snapshot, http.Connection.RemoteIpAddress, pod);
        }

        return new ProxyIdentity(pod, headers[ProxyMetadata.Version].ToString());
    }

    private static void DemandToken(string token, string? shown, PodName pod)
    {
        // The time that the comparison takes must not tell how much of a guess was right.
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown ?? ""), Encoding.UTF8.GetBytes(token)))
        {
            throw Denied($"The proxy of {pod} shows {(shown is null ? "no token" : "a token of another mesh")}.");
        }
    }

    private void DemandAddress(ClusterSnapshot snapshot, IPAddress? peer, PodName pod)
    {
        var plain = peer is { IsIPv4MappedToIPv6: true } ? peer.MapToIPv4() : peer;

        if (snapshot.FindPod(pod) is not { } known)
        {
            throw Denied($"The pod {pod} is not known to the controller.");
        }

        if (!known.Meshed)
        {
            throw Denied($"The pod {pod} is not one that this control plane meshed.");
        }

        // The controller's own proxy dials the container beside it.
        var isBeside = plain is not null && IPAddress.IsLoopback(plain) && own.Contains(known);

        if (!isBeside && (!IPAddress.TryParse(known.Ip, out var ip) || !ip.Equals(plain)))
        {
            throw Denied($"The call comes from {plain}, which is not the address of the pod {pod}.");
        }
    }

    private static RpcException Denied(string reason) => new(new Status(StatusCode.PermissionDenied, reason));
}
