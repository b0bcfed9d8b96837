namespace Conduit.Proxy.Http1.Bodies;

internal enum BodyProgress : byte
{
    /// <summary>More of it is to come.</summary>
    More,

    /// <summary>That was the last byte.</summary>
    Done,

    /// <summary>It is malformed, so nobody knows where it ends.</summary>
    Broken,
}
