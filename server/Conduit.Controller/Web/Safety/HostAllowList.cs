namespace Conduit.Controller.Web.Safety;

/// <summary>
/// The dashboard answers only under the names of this machine. A page from elsewhere that points a name of its own at 127.0.0.1 (DNS
/// rebinding) would otherwise read the mesh through its visitor's browser.
/// </summary>
internal static class HostAllowList
{
    public const string Refusal = "The dashboard answers on 127.0.0.1, localhost and [::1] only.\n";

    public static bool Allows(HostString host) =>
        host.Host is "127.0.0.1" or "[::1]" || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase);
}
