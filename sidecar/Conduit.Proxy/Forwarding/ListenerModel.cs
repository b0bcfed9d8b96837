using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Proxy.Forwarding;

/// <summary>A place where the proxy takes connections.</summary>
/// <param name="Address">Port 0 lets the system choose.</param>
/// <param name="Direction">Which way its connections go.</param>
/// <param name="IsTransparent">True when connections are redirected to it and so have an original destination.</param>
/// <param name="OpaquePorts">Original ports whose connections are never looked into.</param>
/// <param name="Routes">Where its requests go.</param>
internal sealed record ListenerModel(IPEndPoint Address, Direction Direction, bool IsTransparent, PortSet OpaquePorts, IRouteSource Routes);
