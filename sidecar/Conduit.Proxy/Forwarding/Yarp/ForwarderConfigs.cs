using System.Net;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>How requests go on: in the HTTP version in which they came, streamed, for as long as they take.</summary>
internal static class ForwarderConfigs
{
    private static readonly ForwarderRequestConfig Http10 = Exactly(HttpVersion.Version10);
    private static readonly ForwarderRequestConfig Http11 = Exactly(HttpVersion.Version11);
    private static readonly ForwarderRequestConfig Http2 = Exactly(HttpVersion.Version20);

    public static ForwarderRequestConfig For(string protocol) =>
        HttpProtocol.IsHttp2(protocol) ? Http2 : HttpProtocol.IsHttp10(protocol) ? Http10 : Http11;

    private static ForwarderRequestConfig Exactly(Version version) => new()
    {
        Version = version,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        ActivityTimeout = Timeout.InfiniteTimeSpan,
        AllowResponseBuffering = false,
    };
}
