using Conduit.Load.Clients;

namespace Conduit.Load.Floods;

/// <summary>One flood, once.</summary>
/// <param name="Alone">What the well-behaved client got before it.</param>
/// <param name="Elsewhere">What it got while another proxy on the same machine was flooded.</param>
/// <param name="Flooded">What it got beside the flood, at the same proxy.</param>
/// <param name="Events">Sent a second.</param>
/// <param name="Connections">Opened a second.</param>
/// <param name="Cores">What the proxy took of the processors meanwhile.</param>
/// <param name="Before">The proxy's memory before it, in MB.</param>
/// <param name="Peak">The most that it had beside it, in MB.</param>
internal sealed record FloodRound(Outcome Alone, Outcome Elsewhere, Outcome Flooded, int Events, int Connections, double Cores, double Before, double Peak);
