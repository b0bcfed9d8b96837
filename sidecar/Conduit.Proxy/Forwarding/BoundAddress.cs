using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>A listener, with the port that it really has.</summary>
internal readonly record struct BoundAddress(Direction Direction, IPEndPoint Address);
