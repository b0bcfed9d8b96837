using Conduit.Model.Failures;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tcp;

/// <summary>Whoever wanted a backend. All calls come on the loop.</summary>
internal interface IBackendOwner
{
    /// <summary>The connection is there.</summary>
    void OnBackendConnected();

    /// <summary>There will be no connection; nothing more comes.</summary>
    void OnBackendFailed(ProxyError error);

    /// <param name="bytes">Only good during the call.</param>
    void OnBackendReceived(ReadOnlySpan<byte> bytes);

    /// <summary>The endpoint will send no more, but may still read.</summary>
    void OnBackendEnd();

    void OnBackendDrained();

    /// <summary>The connection that was there is no more.</summary>
    void OnBackendClosed(CloseReason reason);
}
