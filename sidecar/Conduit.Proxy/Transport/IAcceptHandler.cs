namespace Conduit.Proxy.Transport;

/// <summary>Takes the connections of a listener.</summary>
internal interface IAcceptHandler
{
    /// <summary>Must give the connection its handler.</summary>
    void OnAccepted(Connection connection);
}
