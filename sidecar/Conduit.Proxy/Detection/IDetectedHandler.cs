using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Detection;

/// <summary>Carries a connection once it is known what it speaks.</summary>
internal interface IDetectedHandler
{
    /// <summary>Must give the client's connection its handler, and the backend an owner, or leave it.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="origin">Where it came from and was going.</param>
    /// <param name="protocol">What it speaks.</param>
    /// <param name="early">What it has said already.</param>
    /// <param name="backend">One that was opened while the client was silent; null when there is none.</param>
    void OnDetected(Connection client, TcpOrigin origin, ApplicationProtocol protocol, ReadOnlySpan<byte> early, Backend? backend);
}
