using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http1;

/// <summary>What all HTTP/1 connections of one loop share: memory that is needed for a moment.</summary>
internal sealed class Http1Context(EventLoop loop, Http1Options options)
{
    public EventLoop Loop { get; } = loop;

    public Http1Options Options { get; } = options;

    /// <summary>The fields of the request that is being read.</summary>
    public FieldList Request { get; } = new(options.MaxFields);

    /// <summary>The fields of the response that is being read.</summary>
    public FieldList Response { get; } = new(options.MaxFields);

    public HeadEditor Editor { get; } = new();
}
