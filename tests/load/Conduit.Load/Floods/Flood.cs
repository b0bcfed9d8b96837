using Conduit.Load.Servers;

namespace Conduit.Load.Floods;

/// <summary>What an ill-behaved client does again and again.</summary>
/// <param name="Name">In the report and on the command line.</param>
/// <param name="Wire">What its victims speak.</param>
/// <param name="Connections">Held open at a time; one that is closed on it is opened anew.</param>
/// <param name="PerSecond">Events a second on all of them together, at most.</param>
/// <param name="Opening">Sent first on each connection.</param>
/// <param name="Event">What is sent each time, given its number on the connection; nothing to drop the connection and open another.</param>
internal sealed record Flood(string Name, Wire Wire, int Connections, int PerSecond, byte[] Opening, Func<int, byte[]> Event)
{
    /// <summary>False for a client that leaves what it is sent where it is.</summary>
    public bool Reads { get; init; } = true;
}
