using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>
/// Turns addresses that hold inside a cluster into those that hold here. A value that is a port of the pod becomes the port that stands
/// for it; within a value, so does the port of an address of the pod itself, and a service's address becomes the pod's own listener for it.
/// </summary>
internal sealed partial class AddressRewriter(ServiceTable services, UpstreamListeners upstreams, string fromNamespace)
{
    private const string Loopback = "127.0.0.1";

    // Where a pod's own programs listen or find each other; empty as in ":8080".
    private static readonly string[] OwnHosts = ["", "localhost", Loopback, "0.0.0.0", "[::]", "[::1]", "*", "+"];

    /// <param name="value">The variable's value in the manifest.</param>
    /// <param name="ports">The pod's ports; the first with a number wins.</param>
    /// <param name="warn">Told of a service's address that leads nowhere.</param>
    public string Rewrite(string value, ImmutableArray<PortPlan> ports, Action<string> warn)
    {
        if (PodPort(value, ports) is { } own)
        {
            return own.ToString();
        }

        var rewritten = Address().Replace(value, match => RewriteAddress(match, ports, warn));
        return PortlessUrl().Replace(rewritten, match => RewritePortless(match));
    }

    private string RewriteAddress(Match match, ImmutableArray<PortPlan> ports, Action<string> warn)
    {
        var host = match.Groups["host"].Value;
        var port = match.Groups["port"].Value;

        if (OwnHosts.Contains(host))
        {
            return PodPort(port, ports) is { } own ? $"{Loopback}:{own}" : match.Value;
        }

        if (services.Find(host, fromNamespace) is not { } service)
        {
            return match.Value;
        }

        if (!ServiceTable.HasPort(service, int.Parse(port, CultureInfo.InvariantCulture)))
        {
            warn($"{match.Value}: the service has no such port");
            return match.Value;
        }

        return $"{Loopback}:{upstreams.PortFor(match.Value)}";
    }

    private string RewritePortless(Match match)
    {
        var port = match.Groups["secure"].Success ? 443 : 80;
        var host = match.Groups["host"].Value;
        return services.Find(host, fromNamespace) is { } service && ServiceTable.HasPort(service, port)
            ? $"{Loopback}:{upstreams.PortFor($"{host}:{port}")}"
            : match.Value;
    }

    private static Port? PodPort(string text, ImmutableArray<PortPlan> ports) =>
        ports.FirstOrDefault(port => port.ContainerPort.ToString() == text)?.AppPort;

    [GeneratedRegex(@"(?<![\w.\]-])(?<host>\[::1?\]|[+*]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?:(?<port>[0-9]{1,5})(?![\w.])")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=\b(?:http|ws)(?<secure>s)?://)(?<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?=[/?#]|$)")]
    private static partial Regex PortlessUrl();
}
