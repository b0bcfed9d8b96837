namespace Conduit.Proxy.Http1.Heads;

internal enum HeadResult
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    Complete,
    Malformed,
    TooLarge,
}
