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
        var samples = proxies.Where(proxy => proxy.Carries(Wire.Http2)).ToDictionary(proxy => proxy, _ => new List<double>());
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        // What a client does for the first time shall not count.
        await GetAsync(client, origins.Http2);

        foreach (var (proxy, milliseconds) in samples)
        {
            await using var running = await RunningProxy.StartAsync(proxy, Wire.Http2, origins.Http2, folder);
            await GetAsync(client, running.Port);

            for (var round = 0; round < rounds; round++)
            {
                await running.RestartAsync();
                await GetAsync(client, running.Port);
                milliseconds.Add(running.Age.TotalMilliseconds);
            }
        }

        return samples.ToDictionary(sample => sample.Key.Name, sample => Medians.Of(sample.Value));
    }

    private static async Task GetAsync(HttpClient client, int port)
    {
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/small"));
        answer.EnsureSuccessStatusCode();
    }
}
