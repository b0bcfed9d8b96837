using System.Net;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>An outbound listener for one service, named as its clients name it, such as <c>emoji-svc.emojivoto:8080</c>.</summary>
internal sealed record UpstreamOptions(IPEndPoint Listener, string Authority);
