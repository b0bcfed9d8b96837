using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emojivoto.Web.Configuration;

/// <summary>What the environment asks of this program.</summary>
/// <param name="Host">HOST, the address to listen on; default all.</param>
/// <param name="WebPort">WEB_PORT.</param>
/// <param name="EmojiService">EMOJISVC_HOST, as host:port.</param>
/// <param name="VotingService">VOTINGSVC_HOST, as host:port.</param>
/// <param name="ShutdownDelay">SHUTDOWN_DELAY in seconds, for how long to serve after SIGTERM; default 5.</param>
internal sealed record WebSettings(IPAddress Host, int WebPort, Uri EmojiService, Uri VotingService, TimeSpan ShutdownDelay)
{
    /// <summary>Reads all settings, and says of each one that cannot be used what it should have been.</summary>
    public static bool TryRead(Func<string, string?> environment, out WebSettings settings, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;
        settings = new(
            Read<IPAddress>("HOST", "an IP address", unset: Socket.OSSupportsIPv6 ? "::" : "0.0.0.0"),
            Read<ushort>("WEB_PORT", "a port"),
            ReadService("EMOJISVC_HOST"),
            ReadService("VOTINGSVC_HOST"),
            TimeSpan.FromSeconds(Read<ushort>("SHUTDOWN_DELAY", "a whole number of seconds", unset: "5")));
        return found.Count == 0;

        T Read<T>(string name, string meaning, string? unset = null)
            where T : IParsable<T>
        {
            var text = environment(name) is { Length: > 0 } given ? given : unset;
            if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value))
            {
                found.Add(Problem(name, meaning, text));
            }

            return value!;
        }

        Uri ReadService(string name)
        {
            var text = environment(name);
            if (!Uri.TryCreate($"http://{text}", UriKind.Absolute, out var address) || address.PathAndQuery != "/")
            {
                found.Add(Problem(name, "host:port", text));
            }

            return address!;
        }
    }

    private static string Problem(string name, string meaning, string? text) =>
        $"{name} must be {meaning}, but it is {(string.IsNullOrEmpty(text) ? "not set" : $"'{text}'")}.";
}
