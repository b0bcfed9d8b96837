using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>Reads single settings and remembers every problem, so that all can be told at once. A bad value reads as its default.</summary>
internal sealed class SettingsReader(IReadOnlyDictionary<string, string> environment)
{
    private readonly ImmutableArray<SettingProblem>.Builder _problems = ImmutableArray.CreateBuilder<SettingProblem>();

    public ImmutableArray<SettingProblem> Problems => _problems.ToImmutable();

    public bool IsSet(string name) => environment.ContainsKey(name);

    public string? Text(string name) => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string RequiredText(string name, string expected) => Text(name) ?? Reject(name, expected, "");

    public TimeSpan Duration(string name, TimeSpan byDefault) => Parsed(name) switch
    {
        null => byDefault,
        { } value when ProxyDuration.TryParse(value, out var duration) => duration,
        _ => Reject(name, "a whole number and a unit (ms, s, m, h, d), such as 300ms", byDefault),
    };

    public int Count(string name, int byDefault) => Parsed(name) switch
    {
        null => byDefault,
        { } value when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
        _ => Reject(name, "a whole number above 0", byDefault),
    };

    public bool Flag(string name) => Parsed(name) switch
    {
        null or "0" => false,
        "1" => true,
        _ => Reject(name, "0 or 1", false),
    };

    public PortSet Ports(string name, PortSet byDefault) => Parsed(name) switch
    {
        null => byDefault,
        { } value when PortSet.TryParse(value, out var ports, out _) => ports,
        _ => Reject(name, "ports or port ranges with commas between, such as 25,3306,8000-8010", byDefault),
    };

    public TcpUrl? Url(string name) => Parsed(name) switch
    {
        null => null,
        { } value when TcpUrl.TryParse(value, out var url) && url.Port > 0 => url,
        _ => Reject<TcpUrl?>(name, "an address such as tcp://host:8086", null),
    };

    public IPEndPoint? Address(string name) => Parsed(name) switch
    {
        null => null,
        { } value when TryReadAddress(value, out var address) => address,
        _ => Reject<IPEndPoint?>(name, "an IP address and a port, such as tcp://127.0.0.1:4140", null),
    };

    public HttpEngine Engine(string name) => Parsed(name) switch
    {
        null => OperatingSystem.IsLinux() ? HttpEngine.Relay : HttpEngine.Yarp,
        "relay" => HttpEngine.Relay,
        "yarp" => HttpEngine.Yarp,
        _ => Reject(name, "relay or yarp", HttpEngine.Relay),
    };

    /// <summary>Reads <c>tcp://listener=target</c> pairs with commas between; <paramref name="read"/> gives null for a bad target.</summary>
    public ImmutableArray<T> Pairs<T>(string name, string expected, Func<IPEndPoint, string, T?> read)
        where T : class
    {
        var pairs = ImmutableArray.CreateBuilder<T>();

        foreach (var pair in (Text(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);

            if (parts.Length == 2 && TryReadAddress(parts[0], out var listener) && read(listener, parts[1]) is { } entry)
            {
                pairs.Add(entry);
            }
            else
            {
                _problems.Add(new SettingProblem(name, pair, expected));
            }
        }

        return pairs.ToImmutable();
    }

    public static bool TryReadAddress(string text, out IPEndPoint address)
    {
        address = new IPEndPoint(IPAddress.None, 0);
        return TcpUrl.TryParse(text, out var url) && url.TryGetEndPoint(out address);
    }

    private string? Parsed(string name) => environment.GetValueOrDefault(name);

    private T Reject<T>(string name, string expected, T byDefault)
    {
        _problems.Add(new SettingProblem(name, Parsed(name), expected));
        return byDefault;
    }
}
