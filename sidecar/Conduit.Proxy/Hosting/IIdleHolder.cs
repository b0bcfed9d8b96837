namespace Conduit.Proxy.Hosting;

/// <summary>Holds things for those who may come back, and lets go of them when nobody did for long enough.</summary>
internal interface IIdleHolder
{
    void DropIdle();
}
