using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>What the label <c>tls</c> of a request says: why it is not protected, as long as no proxy has an identity.</summary>
internal static class TlsStatus
{
    public const string Label = "tls";

    public static string Of(Direction direction) => direction == Direction.Inbound ? "disabled" : "no_identity";
}
