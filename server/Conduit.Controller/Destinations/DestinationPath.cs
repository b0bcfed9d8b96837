using System.Diagnostics.CodeAnalysis;
using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Model.Addresses;

namespace Conduit.Controller.Destinations;

/// <summary>
/// Reads <c>name.namespace:port</c>, <c>name.namespace.svc:port</c>, <c>name.namespace.svc.cluster.local:port</c> and <c>ip:port</c>.
/// </summary>
internal static class DestinationPath
{
    /// <summary>What every path has to look like, for error messages.</summary>
    public const string Forms = "name.namespace.svc.cluster.local:port, name.namespace:port or ip:port";

    private const int LongestLabel = 63;
    private const string ServiceSuffix = ".svc";
    private const string ClusterSuffix = ".svc.cluster.local";

    public static bool TryParse(string path, [NotNullWhen(true)] out DestinationTarget? target)
    {
        target = null;
        var colon = path.LastIndexOf(':');

        if (colon <= 0 || !Port.TryParse(path[(colon + 1)..], out var port))
        {
            return false;
        }

        // Only with brackets is an IPv6 address told from its port.
        if (IPAddress.TryParse(path[..colon], out var ip) && (path[0] == '[') == path[..colon].Contains(':', StringComparison.Ordinal))
        {
            target = new DestinationTarget.OfAddress(new IPEndPoint(ip, port.Number));
        }
        else if (TryParseName(path[..colon], out var name))
        {
            target = new DestinationTarget.OfService(name, port.Number);
        }

        return target is not null;
    }

    /// <summary>Reads a service's name without a port.</summary>
    public static bool TryParseName(string text, out ServiceName name)
    {
        var plain = WithoutSuffix(text.TrimEnd('.').ToLowerInvariant());
        var parts = plain.Split('.');
        var valid = parts.Length == 2 && parts.All(IsLabel);
        name = valid ? new ServiceName(parts[1], parts[0]) : default;
        return valid;
    }

    private static string WithoutSuffix(string name)
    {
        var suffix = name.EndsWith(ClusterSuffix, StringComparison.Ordinal) ? ClusterSuffix
            : name.EndsWith(ServiceSuffix, StringComparison.Ordinal) ? ServiceSuffix
            : "";

        return name[..^suffix.Length];
    }

    // RFC 1123 §2.1: letters, digits and inner hyphens.
    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
