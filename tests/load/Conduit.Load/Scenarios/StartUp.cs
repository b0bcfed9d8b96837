using System.Net;
using Conduit.Load.Proxies;
using Conduit.Load.Servers;

namespace Conduit.Load.Scenarios;

/// <summary>
/// How long after its process was started a proxy has carried its first answer, round after round. Its controller has answered before, as
/// it has where pods come and go.
/// </summary>
internal sealed class StartUp(IReadOnlyList<Proxy> proxies, Origins origins, string folder, int rounds)
{
    public const string Name = "start";

    /// <summary>Milliseconds by proxy, medians over the rounds.</summary>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync()
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var samples = new Dictionary<RunningProxy, List<double>>();

        try
        {
            foreach (var proxy in proxies.Where(proxy => proxy.Carries(Wire.Http2)))
            {
                var running = await RunningProxy.StartAsync(proxy, Wire.Http2, origins.Http2, folder);
                samples.Add(running, []);
                await GetAsync(client, running.Port);
            }

            for (var round = 0; round < rounds; round++)
            {
                foreach (var (running, milliseconds) in samples)
                {
                    await running.RestartAsync();
                    await GetAsync(client, running.Port);
                    milliseconds.Add(running.Age.TotalMilliseconds);
                }
            }

            return samples.ToDictionary(sample => sample.Key.Name, sample => Medians.Of(sample.Value));
        }
        finally
        {
            foreach (var running in samples.Keys)
            {
                await running.DisposeAsync();
            }
        }
    }

    private static async Task GetAsync(HttpClient client, int port)
    {
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/small"));
        answer.EnsureSuccessStatusCode();
    }
}
