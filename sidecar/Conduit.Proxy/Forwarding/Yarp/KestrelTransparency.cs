using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Takes from Kestrel whatever would make it speak up on its own: limits, timeouts and headers are the application's to set.</summary>
internal static class KestrelTransparency
{
    private const int HeadBytes = 64 * 1024;
    private const int HeaderCount = 2_000;
    private const int StreamsPerConnection = 10_000;
    private const int ConnectionWindow = 1024 * 1024;
    private const int StreamWindow = 256 * 1024;

    // As good as never. Kestrel takes "infinite" for its largest number, adds to it, and closes idle connections a second later.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromDays(365);

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.AllowAlternateSchemes = true;
        options.AllowHostHeaderOverride = true;
        options.AllowResponseHeaderCompression = true;

        // Latin-1 maps every byte to a character and back, so header values stay what they were.
        options.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        options.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        Apply(options.Limits);
    }

    private static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.MaxRequestHeadersTotalSize = HeadBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxRequestLineSize = HeadBytes;
        limits.MaxRequestBufferSize = StreamWindow + HeadBytes;
        limits.KeepAliveTimeout = IdleTimeout;
        limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        limits.Http2.MaxRequestHeaderFieldSize = HeadBytes;
        limits.Http2.InitialConnectionWindowSize = ConnectionWindow;
        limits.Http2.InitialStreamWindowSize = StreamWindow;
    }
}
