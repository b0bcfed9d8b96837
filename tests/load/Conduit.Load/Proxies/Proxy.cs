using Conduit.Load.Machine;
using Conduit.Load.Servers;

namespace Conduit.Load.Proxies;

/// <summary>A proxy as the table names it, and how to run it with one worker, logging nothing.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Wires">What it can carry between the same client and the same server.</param>
/// <param name="StartAsync">Runs it in a folder of its own, listening on the first port, in front of the second.</param>
internal sealed record Proxy(string Name, IReadOnlyList<Wire> Wires, Func<string, Wire, int, int, Task<IReadOnlyList<ChildProcess>>> StartAsync)
{
    public bool Carries(Wire wire) => Wires.Contains(wire);
}
