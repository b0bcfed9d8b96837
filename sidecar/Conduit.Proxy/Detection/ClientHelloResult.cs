namespace Conduit.Proxy.Detection;

/// <summary>What came of looking for a ClientHello.</summary>
internal enum ClientHelloResult
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>It was read, with or without a server's name.</summary>
    Complete,

    /// <summary>It is none that a server would take.</summary>
    Broken,
}
