namespace Conduit.Proxy.Forwarding;

/// <summary>Is told of every request and its response.</summary>
internal interface IExchangeSink
{
    /// <summary>Whether an exchange that begins now shall have its headers written down, which costs time and memory.</summary>
    bool WantsHeaders { get; }

    /// <summary>The request is on its way to an endpoint, or will be answered by the proxy itself.</summary>
    void Started(Exchange exchange);

    /// <summary>The head of the response is there.</summary>
    void Responded(Exchange exchange);

    /// <summary>It is over; comes last and once.</summary>
    void Ended(Exchange exchange);
}
