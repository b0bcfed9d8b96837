using System.Globalization;
using System.Net;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>An address as the proxy's variables write it: <c>tcp://host:port</c>, without a path. The port may be 0 for a listener.</summary>
internal readonly record struct TcpUrl(string Host, int Port)
{
    private const string Scheme = "tcp://";

    public static bool TryParse(string text, out TcpUrl url)
    {
        url = default;

        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var authority = text.AsSpan(Scheme.Length);
        authority = authority.EndsWith("/") ? authority[..^1] : authority;
        var colon = authority.LastIndexOf(':');

        if (colon <= 0 || !ushort.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        var host = Unbracketed(authority[..colon]);
        url = new TcpUrl(host, port);
        return host.Length > 0 && Uri.CheckHostName(host) != UriHostNameType.Unknown;
    }

    /// <summary>False when the host is a name.</summary>
    public bool TryGetEndPoint(out IPEndPoint endPoint)
    {
        var isAddress = IPAddress.TryParse(Host, out var address);
        endPoint = new IPEndPoint(address ?? IPAddress.None, Port);
        return isAddress;
    }

    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"{Scheme}[{Host}]:{Port}" : $"{Scheme}{Host}:{Port}";

    private static string Unbracketed(ReadOnlySpan<char> host) =>
        (host is ['[', .., ']'] ? host[1..^1] : host.Contains(':') ? "" : host).ToString();
}
