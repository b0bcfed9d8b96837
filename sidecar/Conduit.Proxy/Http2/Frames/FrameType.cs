namespace Conduit.Proxy.Http2.Frames;

/// <summary>RFC 9113 §6. Types that are not here are passed over (§4.1).</summary>
internal enum FrameType : byte
{
    Data = 0,
    Headers = 1,
    Priority = 2,
    Reset = 3,
    Settings = 4,
    PushPromise = 5,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
}
