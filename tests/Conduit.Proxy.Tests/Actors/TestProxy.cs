using System.Net;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Testing.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>A whole proxy in the test's process, configured as its environment would.</summary>
internal sealed class TestProxy : IAsyncDisposable
{
    private const string AnyPort = "tcp://127.0.0.1:0";

    private readonly Dictionary<string, string> _environment = new()
    {
        [SettingNames.PodNamespace] = "test",
        [SettingNames.PodName] = "pod-1",
        [SettingNames.Token] = "secret",
        [SettingNames.MetricsListener] = AnyPort,
        [SettingNames.DrainDelay] = "0",

        // As long as tests wait for anything: a busy machine must not cut off what a test still holds open or waits for.
        [SettingNames.Grace] = "30s",
        [SettingNames.BindTimeout] = "60s",

        // The whole suite holds for every engine; the environment says which one this run is about.
        [SettingNames.HttpEngine] = Environment.GetEnvironmentVariable(SettingNames.HttpEngine) ?? "relay",
    };

    private readonly List<string> _forwards = [];
    private readonly List<string> _upstreams = [];
    private ProxyHost? _host;

    public TestLog Log { get; } = new();

    public ProxyHost Host => _host ?? throw new InvalidOperationException("The proxy was not started.");

    /// <summary>The first inbound listener.</summary>
    public IPEndPoint Inbound => Host.InboundAddresses[0];

    /// <summary>The first outbound listener.</summary>
    public IPEndPoint Outbound => Host.OutboundAddresses[0];

    public TestProxy Controller(FakeController controller) => With(SettingNames.ControlUrl, $"tcp://{controller.Address}");

    public TestProxy Forward(IPEndPoint target)
    {
        _forwards.Add($"tcp://127.0.0.1:0=tcp://{target}");
        return With(SettingNames.Forwards, string.Join(',', _forwards));
    }

    public TestProxy Upstream(string authority)
    {
        _upstreams.Add($"tcp://127.0.0.1:0={authority}");
        return With(SettingNames.Upstreams, string.Join(',', _upstreams));
    }

    public TestProxy With(string setting, string value)
    {
        _environment[setting] = value;
        return this;
    }

    public async Task<TestProxy> StartAsync(Action<IServiceCollection>? adjust = null)
    {
        // Where a test names no listener of a direction, that direction still must not take its fixed port.
        if (_forwards.Count == 0)
        {
            _environment.TryAdd(SettingNames.PublicListener, AnyPort);
        }

        if (_upstreams.Count == 0)
        {
            _environment.TryAdd(SettingNames.PrivateListener, AnyPort);
        }

        var read = ProxyOptionsReader.Read(_environment);
        Assert.Empty(read.Problems);
        _host = ProxyHost.Create(read.Options!, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log));
            adjust?.Invoke(services);
        });
        await _host.StartAsync(CancellationToken.None);
        return this;
    }

    public async Task<string> MetricsAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://{Host.MetricsAddress}/metrics"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            using var limit = new CancellationTokenSource(Limits.Patience);
            await _host.StopAsync(limit.Token);
            await _host.DisposeAsync();
        }

        Log.Dispose();
    }
}
