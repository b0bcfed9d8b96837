using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Proxy.Discovery;

/// <summary>Turns the names by which a pod calls a service into the one that the controller knows: <c>name.namespace.svc.cluster.local:port</c>.</summary>
internal static class ServiceName
{
    private const int DefaultPort = 80;
    private const string Zone = "cluster.local";
    private const string Marker = "svc";

    /// <summary>Expands <c>name</c>, <c>name.ns</c>, <c>name.ns.svc</c> and the full name, each with a port or without (80).</summary>
    /// <returns>False for a name that lies outside the cluster.</returns>
    public static bool TryExpand(string authority, string podNamespace, [NotNullWhen(true)] out string? path)
    {
        path = null;

        if (!TrySplit(authority, out var host, out var port) || Expand(host, podNamespace) is not { } name)
        {
            return false;
        }

        path = string.Create(CultureInfo.InvariantCulture, $"{name}.{Marker}.{Zone}:{port}");
        return true;
    }

    /// <summary>Reads an address with a port or without (80).</summary>
    public static bool TryReadAddress(string authority, [NotNullWhen(true)] out IPEndPoint? address)
    {
        address = null;

        if (TrySplit(authority, out var host, out var port) && IPAddress.TryParse(host.Trim('[', ']'), out var ip))
        {
            address = new IPEndPoint(ip, port);
        }

        return address is not null;
    }

    private static string? Expand(string host, string podNamespace)
    {
        // A final dot means that the name is complete (RFC 1034 §3.1), so only the full form may carry one.
        var isComplete = host.EndsWith('.');
        var labels = host[..^(isComplete ? 1 : 0)].Split('.');

        if (host.Length == 0 || labels.Contains("") || IPAddress.TryParse(host, out _))
        {
            return null;
        }

        return labels.Length switch
        {
            1 when !isComplete => $"{labels[0]}.{podNamespace}",
            2 when !isComplete => $"{labels[0]}.{labels[1]}",
            3 when !isComplete && Is(labels[2], Marker) => $"{labels[0]}.{labels[1]}",
            5 when Is(labels[2], Marker) && Is($"{labels[3]}.{labels[4]}", Zone) => $"{labels[0]}.{labels[1]}",
            _ => null,
        };
    }

    private static bool TrySplit(string authority, out string host, out int port)
    {
        var colon = authority.LastIndexOf(':');
        var isPort = colon > authority.LastIndexOf(']');
        host = isPort ? authority[..colon] : authority;
        port = DefaultPort;

        if (!isPort)
        {
            return true;
        }

        var isValid = Port.TryParse(authority[(colon + 1)..], out var parsed);
        port = parsed.Number;
        return isValid;
    }

    private static bool Is(string text, string expected) => text.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
