namespace Conduit.Proxy.Transport;

/// <summary>Something that lives on a client's connection and can be asked to come to its end. On the loop only.</summary>
internal interface IDrainable
{
    /// <summary>Comes once, when nothing is read or written any more.</summary>
    event Action? Died;

    /// <summary>Ends as soon as that loses nothing.</summary>
    void Drain();
}
