using Conduit.Controller.Settings;

namespace Conduit.Controller.Web.Safety;

/// <summary>
/// The dashboard answers only under the names of this machine, and those that an operator gave it. A page from elsewhere that points a
/// name of its own at the dashboard's address (DNS rebinding) would otherwise read the mesh through its visitor's browser.
/// </summary>
internal sealed class HostAllowList(ControllerOptions options)
{
    public const string Refusal = "The dashboard answers on 127.0.0.1, localhost and [::1], and under names that it was given.\n";

    public bool Allows(HostString host) =>
        IsOne("127.0.0.1", host) || IsOne("[::1]", host) || IsOne("localhost", host) || options.WebHosts.Any(other => IsOne(other, host));

    private static bool IsOne(string name, HostString host) => string.Equals(host.Host, name, StringComparison.OrdinalIgnoreCase);
}
