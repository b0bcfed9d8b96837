namespace Conduit.TestPod.Servers;

/// <summary>What a test pod answers on its front page.</summary>
/// <param name="Pod">Name of the pod that answered.</param>
/// <param name="From">Address that the call came from.</param>
/// <param name="Host">Host header as it arrived.</param>
internal sealed record Visit(string Pod, string From, string Host);
