using System.Net;

namespace Conduit.Proxy.Transport;

/// <summary>Accepts connections until it is disposed; those it accepted live on.</summary>
internal abstract class Listener : IDisposable
{
    /// <summary>Where it listens; the port is the real one.</summary>
    public abstract IPEndPoint Address { get; }

    public abstract void Dispose();
}
