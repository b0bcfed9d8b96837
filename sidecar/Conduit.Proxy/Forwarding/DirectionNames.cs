namespace Conduit.Proxy.Forwarding;

internal static class DirectionNames
{
    /// <summary>The word that metrics and logs use.</summary>
    public static string Label(this Direction direction) => direction == Direction.Inbound ? "inbound" : "outbound";
}
