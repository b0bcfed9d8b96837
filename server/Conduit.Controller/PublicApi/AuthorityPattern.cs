using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Addresses;

namespace Conduit.Controller.PublicApi;

/// <summary>An authority, or the beginning of one: <c>name</c>, <c>name.namespace</c> and so on, with or without a port.</summary>
internal sealed record AuthorityPattern(string Name, Port? Port)
{
    private const string ClusterSuffix = ".svc.cluster.local";

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static AuthorityPattern Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).TrimEnd('.');
        Port? port = null;

        if (colon >= 0)
        {
            port = Model.Addresses.Port.TryParse(text[(colon + 1)..], out var parsed) ? parsed : throw Fault(text);
        }

        return name.Length > 0 ? new AuthorityPattern(name.ToLowerInvariant(), port) : throw Fault(text);
    }

    public bool Matches(ServiceName service, int port)
    {
        var full = $"{service}{ClusterSuffix}";
        var isBeginning = full.StartsWith(Name, StringComparison.Ordinal) && (full.Length == Name.Length || full[Name.Length] == '.');
        return isBeginning && (Port is not { } wanted || wanted.Number == port);
    }

    private static RpcException Fault(string text) =>
        ApiFault.Invalid($"'{text}' is no authority; write name.namespace.svc.cluster.local:port or a beginning of it.");
}
