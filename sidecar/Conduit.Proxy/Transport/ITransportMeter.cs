namespace Conduit.Proxy.Transport;

/// <summary>Is told what a connection carried.</summary>
internal interface ITransportMeter
{
    void Read(int bytes);

    void Wrote(int bytes);

    void Closed(CloseReason reason);
}
