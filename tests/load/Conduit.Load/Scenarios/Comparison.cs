using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Proxies;
using Conduit.Load.Servers;

namespace Conduit.Load.Scenarios;

/// <summary>Runs every proxy through a scenario, round after round, so that what else the machine does meets all of them alike.</summary>
internal sealed class Comparison(IReadOnlyList<Proxy> proxies, Origins origins, string folder, int rounds, TextWriter progress)
{
    public async Task<IReadOnlyDictionary<string, Measurement>> RunAsync(Scenario scenario)
    {
        var running = new List<RunningProxy>();

        try
        {
            foreach (var proxy in proxies.Where(proxy => proxy.Carries(scenario.Wire)))
            {
                running.Add(await RunningProxy.StartAsync(proxy, scenario.Wire, origins.PortOf(scenario.Wire), folder));
            }

            for (var round = 0; round <= rounds; round++)
            {
                foreach (var proxy in running)
                {
                    var measured = await MeasureAsync(proxy, scenario);
                    await progress.WriteLineAsync($"{scenario.Name}, round {round}, {proxy.Name}: {measured.Microseconds:0.0} µs, {measured.PerSecond:0}/s");

                    // The first round warms up: JIT, pools, connections.
                    if (round > 0)
                    {
                        proxy.Rounds.Add(measured);
                    }
                }
            }

            return running.ToDictionary(proxy => proxy.Name, proxy => Measurement.MedianOf(proxy.Rounds));
        }
        finally
        {
            foreach (var proxy in running)
            {
                await proxy.DisposeAsync();
            }
        }
    }

    private static async Task<Measurement> MeasureAsync(RunningProxy proxy, Scenario scenario)
    {
        var before = Cpu.MicrosecondsOf(proxy.Id);
        Outcome outcome = await scenario.RunAsync(proxy.Port);
        var used = Cpu.MicrosecondsOf(proxy.Id) - before;
        return new Measurement(used / outcome.Units, outcome.PerSecond, outcome.Latencies.Quantile(0.5), outcome.Latencies.Quantile(0.99), Cpu.MegabytesOf(proxy.Id), outcome.Failed);
    }
}
