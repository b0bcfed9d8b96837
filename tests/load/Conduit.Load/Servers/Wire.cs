namespace Conduit.Load.Servers;

/// <summary>What clients and servers of a scenario speak.</summary>
internal enum Wire
{
    Http1,
    Http2,
    Tcp,
}
