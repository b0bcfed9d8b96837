using System.Net;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>An inbound listener with a fixed target, as a dev mesh needs it where nothing redirects connections.</summary>
internal sealed record ForwardOptions(IPEndPoint Listener, IPEndPoint Target);
