namespace Conduit.Proxy.Http2.Frames;

/// <summary>RFC 9113 §6.5.2. Settings that are not here are passed over.</summary>
internal enum SettingId : ushort
{
    HeaderTableSize = 1,
    EnablePush = 2,
    MaxConcurrentStreams = 3,
    InitialWindowSize = 4,
    MaxFrameSize = 5,
    MaxHeaderListSize = 6,

    /// <summary>RFC 8441 §3.</summary>
    EnableConnectProtocol = 8,
}
