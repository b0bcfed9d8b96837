using Conduit.Load.Clients;
using Conduit.Load.Servers;

namespace Conduit.Load.Scenarios;

/// <summary>One column of the table.</summary>
/// <param name="Name">As in docs and on the command line.</param>
/// <param name="Unit">What the proxy's CPU is divided by.</param>
/// <param name="Wire">What clients and servers speak.</param>
/// <param name="RunAsync">One run against a port.</param>
internal sealed record Scenario(string Name, string Unit, Wire Wire, Func<int, Task<Outcome>> RunAsync);
