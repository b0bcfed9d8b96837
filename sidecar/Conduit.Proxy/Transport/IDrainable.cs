namespace Conduit.Proxy.Transport;

/// <summary>Something that lives on a client's connection and can be asked to come to its end. On the loop only.</summary>
internal interface IDrainable
{
    /// <summary>Comes once, when nothing is read or written any more.</summary>
    event Action? Died;

    /// <summary>Asks the client to go elsewhere, where its protocol has a word for that, and serves it as long as it stays.</summary>
    void Retire()
    {
    }

    /// <summary>Ends as soon as that loses nothing.</summary>
    void Drain();
}
