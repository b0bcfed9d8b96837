using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Conduit.Manifests.Prometheus;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;

namespace Conduit.Integration.Tests.Prometheus;

/// <summary>A real Prometheus that reads some targets once a second.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-prometheus-").FullName;
    private readonly HttpClient _http = new();
    private readonly RunningProgram _program;

    private PrometheusServer(string configuration)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        var file = Path.Combine(_folder, "prometheus.yml");
        File.WriteAllText(file, configuration.Replace("\"10s\"", "\"1s\"", StringComparison.Ordinal));
        _program = new RunningProgram(new ProcessStartInfo(Program!)
        {
            ArgumentList =
            {
                $"--config.file={file}", $"--storage.tsdb.path={Path.Combine(_folder, "data")}", $"--web.listen-address={Url.Authority}",
            },
        });
    }

    /// <summary>Where it is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "prometheus"))
        .FirstOrDefault(File.Exists);

    public Uri Url { get; }

    public static async Task<PrometheusServer> StartAsync(IEnumerable<PrometheusTarget> targets)
    {
        var server = new PrometheusServer(PrometheusConfigText.OfTargets(targets));
        await Eventually.Holds(server.IsReadyAsync);
        return server;
    }

    /// <summary>The samples of an instant vector. Whatever Prometheus refuses fails the test with its reason.</summary>
    public async Task<IReadOnlyList<JsonNode>> QueryAsync(string expression)
    {
        using var question = new FormUrlEncodedContent([new("query", expression)]);
        using var response = await _http.PostAsync(new Uri(Url, "api/v1/query"), question);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True((string?)answer["status"] == "success", $"{expression}: {answer["error"]}");
        return [.. answer["data"]!["result"]!.AsArray().Select(sample => sample!)];
    }

    /// <summary>The sum of an instant vector; 0 when it is empty.</summary>
    public async Task<double> SumAsync(string expression) => (await QueryAsync(expression)).Sum(ValueOf);

    public static double ValueOf(JsonNode sample) =>
        double.Parse(sample["value"]![1]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(_program.HasExited, _program.Error);

        try
        {
            using var response = await _http.GetAsync(new Uri(Url, "-/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Prometheus does not tell which port it took when it is left to choose.
    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
