using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emojivoto.Voting.Configuration;

/// <summary>What the environment asks of this program.</summary>
/// <param name="Host">HOST, the address to listen on; default all.</param>
/// <param name="GrpcPort">GRPC_PORT.</param>
/// <param name="PromPort">PROM_PORT, where the counts are served.</param>
/// <param name="ShutdownDelay">SHUTDOWN_DELAY in seconds, for how long to serve after SIGTERM; default 5.</param>
internal sealed record VotingSettings(IPAddress Host, int GrpcPort, int PromPort, TimeSpan ShutdownDelay)
{
    /// <summary>Reads all settings, and says of each one that cannot be used what it should have been.</summary>
    public static bool TryRead(Func<string, string?> environment, out VotingSettings settings, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;
        settings = new(
            Read<IPAddress>("HOST", "an IP address", unset: Socket.OSSupportsIPv6 ? "::" : "0.0.0.0"),
            Read<ushort>("GRPC_PORT", "a port"),
            Read<ushort>("PROM_PORT", "a port"),
            TimeSpan.FromSeconds(Read<ushort>("SHUTDOWN_DELAY", "a whole number of seconds", unset: "5")));
        return found.Count == 0;

        T Read<T>(string name, string meaning, string? unset = null)
            where T : IParsable<T>
        {
            var text = environment(name) is { Length: > 0 } given ? given : unset;
            if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value))
            {
                found.Add($"{name} must be {meaning}, but it is {(text is null ? "not set" : $"'{text}'")}.");
            }

            return value!;
        }
    }
}
