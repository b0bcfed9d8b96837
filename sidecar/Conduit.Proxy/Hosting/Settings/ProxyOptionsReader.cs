using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>Turns the environment into options. The defaults are here and nowhere else.</summary>
internal static class ProxyOptionsReader
{
    private const int RouterCapacity = 10_000;
    private const int EventBufferCapacity = 10_000;
    private const string PairOfAddresses = "pairs such as tcp://127.0.0.1:9001=tcp://127.0.0.1:8080";
    private const string PairWithAuthority = "pairs such as tcp://127.0.0.1:9001=emoji-svc.emojivoto:8080";

    private static readonly IPEndPoint DefaultMetricsListener = new(IPAddress.Loopback, 4191);
    private static readonly IPEndPoint DefaultPrivateListener = new(IPAddress.Loopback, 4140);
    private static readonly IPEndPoint DefaultPublicListener = new(IPAddress.Any, 4143);
    private static readonly TimeSpan RouterMaxIdleAge = TimeSpan.FromSeconds(60);

    // Server-first protocols that were on this list before detection learnt to watch for them.
    private static readonly PortSet DefaultOpaquePorts = PortSet.Of([Single(25), Single(3306)]);

    public static OptionsResult Read(IReadOnlyDictionary<string, string> environment)
    {
        var reader = new SettingsReader(environment);
        var options = ReadIdentity(reader);
        options = ReadListeners(options, reader);
        ReadReserved(reader);
        return new OptionsResult(reader.Problems.IsEmpty ? options : null, reader.Problems);
    }

    private static ProxyOptions ReadIdentity(SettingsReader reader) => new()
    {
        Log = ReadLog(reader),
        ControlUrl = reader.Url(SettingNames.ControlUrl),
        MetricsListener = reader.Address(SettingNames.MetricsListener) ?? DefaultMetricsListener,
        MetricsRetainIdle = reader.Duration(SettingNames.MetricsRetainIdle, TimeSpan.FromMinutes(10)),
        PrivateConnectTimeout = reader.Duration(SettingNames.PrivateConnectTimeout, TimeSpan.FromMilliseconds(300)),
        PublicConnectTimeout = reader.Duration(SettingNames.PublicConnectTimeout, TimeSpan.FromSeconds(1)),
        BindTimeout = reader.Duration(SettingNames.BindTimeout, TimeSpan.FromSeconds(10)),
        InboundRouter = ReadRouter(reader, SettingNames.InboundRouterCapacity, SettingNames.InboundRouterMaxIdleAge),
        OutboundRouter = ReadRouter(reader, SettingNames.OutboundRouterCapacity, SettingNames.OutboundRouterMaxIdleAge),
        InboundOpaquePorts = reader.Ports(SettingNames.InboundOpaquePorts, DefaultOpaquePorts),
        OutboundOpaquePorts = reader.Ports(SettingNames.OutboundOpaquePorts, DefaultOpaquePorts),
        EventBufferCapacity = reader.Count(SettingNames.EventBufferCapacity, EventBufferCapacity),
        PodNamespace = reader.RequiredText(SettingNames.PodNamespace, "the namespace of the proxy's pod"),
        PodName = reader.Text(SettingNames.PodName),
        Token = reader.Text(SettingNames.Token),
        HttpEngine = reader.Engine(SettingNames.HttpEngine),
        Workers = Math.Min(reader.Count(SettingNames.Workers, 1), Environment.ProcessorCount),
        DrainDelay = reader.Duration(SettingNames.DrainDelay, TimeSpan.FromSeconds(5)),
        Grace = reader.Duration(SettingNames.Grace, TimeSpan.FromSeconds(25)),
        ParentPipe = reader.Flag(SettingNames.ParentPipe),
    };

    private static ProxyOptions ReadListeners(ProxyOptions options, SettingsReader reader)
    {
        var forwards = reader.Pairs(
            SettingNames.Forwards,
            PairOfAddresses,
            (listener, target) => SettingsReader.TryReadAddress(target, out var address) ? new ForwardOptions(listener, address) : null);
        var upstreams = reader.Pairs(
            SettingNames.Upstreams,
            PairWithAuthority,
            (listener, authority) => authority.Length > 0 ? new UpstreamOptions(listener, authority) : null);

        // Where listeners are given one by one, as in a dev mesh, many proxies share the machine, and the usual two would clash.
        var transparent = !reader.IsSet(SettingNames.Forwards) && !reader.IsSet(SettingNames.Upstreams);

        return options with
        {
            Forwards = forwards,
            Upstreams = upstreams,
            PrivateForward = reader.Address(SettingNames.PrivateForward),
            PrivateListener = reader.Address(SettingNames.PrivateListener) ?? (transparent ? DefaultPrivateListener : null),
            PublicListener = reader.Address(SettingNames.PublicListener) ?? (transparent ? DefaultPublicListener : null),
        };
    }

    // Accepted and checked, so that a manifest of today starts, but nothing listens there: proxies dial the controller.
    private static void ReadReserved(SettingsReader reader) => _ = reader.Address(SettingNames.ControlListener);

    private static LogFilter ReadLog(SettingsReader reader) =>
        LogFilter.Parse(reader.Text(SettingNames.Log) ?? LogFilter.Default);

    private static RouterOptions ReadRouter(SettingsReader reader, string capacity, string maxIdleAge) =>
        new(reader.Count(capacity, RouterCapacity), reader.Duration(maxIdleAge, RouterMaxIdleAge));

    private static PortRange Single(int port) => new(new Port(port), new Port(port));
}
