using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emojivoto.Service.Configuration;

/// <summary>Reads a program's settings, and remembers of each one that cannot be used what it should have been.</summary>
internal sealed class EnvironmentReader(Func<string, string?> environment)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>HOST, the address to listen on; default all.</summary>
    public IPAddress ReadHost() => Read<IPAddress>("HOST", "an IP address", unset: Socket.OSSupportsIPv6 ? "::" : "0.0.0.0");

    /// <summary>SHUTDOWN_DELAY in seconds, for how long to serve after SIGTERM; default 5.</summary>
    public TimeSpan ReadShutdownDelay() => TimeSpan.FromSeconds(Read<ushort>("SHUTDOWN_DELAY", "a whole number of seconds", unset: "5"));

    public int ReadPort(string name) => Read<ushort>(name, "a port");

    /// <summary>A neighbour, written as host:port.</summary>
    public Uri ReadService(string name)
    {
        var text = environment(name);

        if (!Uri.TryCreate($"http://{text}", UriKind.Absolute, out var address) || address.PathAndQuery != "/")
        {
            Refuse(name, "host:port", text);
        }

        return address!;
    }

    private T Read<T>(string name, string meaning, string? unset = null)
        where T : IParsable<T>
    {
        var text = environment(name) is { Length: > 0 } given ? given : unset;

        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            Refuse(name, meaning, text);
        }

        return value!;
    }

    private void Refuse(string name, string meaning, string? text) =>
        _problems.Add($"{name} must be {meaning}, but it is {(string.IsNullOrEmpty(text) ? "not set" : $"'{text}'")}.");
}
