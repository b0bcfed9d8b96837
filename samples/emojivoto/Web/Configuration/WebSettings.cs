using System.Net;
using Emojivoto.Service.Configuration;

namespace Emojivoto.Web.Configuration;

/// <summary>What the environment asks of this program.</summary>
/// <param name="Host">HOST.</param>
/// <param name="WebPort">WEB_PORT.</param>
/// <param name="EmojiService">EMOJISVC_HOST, as host:port.</param>
/// <param name="VotingService">VOTINGSVC_HOST, as host:port.</param>
/// <param name="ShutdownDelay">SHUTDOWN_DELAY.</param>
internal sealed record WebSettings(IPAddress Host, int WebPort, Uri EmojiService, Uri VotingService, TimeSpan ShutdownDelay)
{
    public static WebSettings Read(EnvironmentReader environment) => new(
        environment.ReadHost(),
        environment.ReadPort("WEB_PORT"),
        environment.ReadService("EMOJISVC_HOST"),
        environment.ReadService("VOTINGSVC_HOST"),
        environment.ReadShutdownDelay());
}
