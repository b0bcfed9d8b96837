namespace Conduit.Proxy.Hosting.Settings;

/// <summary>Limits of one direction's route table.</summary>
/// <param name="Capacity">Routes at most; above it the idlest goes.</param>
/// <param name="MaxIdleAge">A route unused for so long goes.</param>
internal sealed record RouterOptions(int Capacity, TimeSpan MaxIdleAge);
