namespace Conduit.Init.Execution;

/// <summary>Whether IPv6 traffic is redirected as well.</summary>
internal enum Ipv6Mode
{
    /// <summary>Where the pod has an IPv6 address that others can reach.</summary>
    Auto,
    True,
    False,
}
