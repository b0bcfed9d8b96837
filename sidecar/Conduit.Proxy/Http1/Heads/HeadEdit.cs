namespace Conduit.Proxy.Http1.Heads;

/// <summary>What is changed in a head on its way, besides leaving out what ends at this hop.</summary>
internal readonly ref struct HeadEdit
{
    /// <summary>The options that <c>Connection</c> shall have; empty for none.</summary>
    public ReadOnlySpan<byte> Connection { get; init; }

    /// <summary>True when the offer or the choice of another protocol goes on.</summary>
    public bool KeepsUpgrade { get; init; }

    /// <summary>True when the message is chunked, and its length only there to confuse.</summary>
    public bool DropsLength { get; init; }

    /// <summary>Host and port in place of the request's own; empty to leave them.</summary>
    public ReadOnlySpan<byte> Authority { get; init; }
}
