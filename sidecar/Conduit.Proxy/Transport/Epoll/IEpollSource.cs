namespace Conduit.Proxy.Transport.Epoll;

/// <summary>A file of an epoll loop that something happened to.</summary>
internal interface IEpollSource
{
    void OnEvents(EpollEvents events);
}
