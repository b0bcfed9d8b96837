using System.IO.Pipelines;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Forwarding;

/// <summary>A connection's two pipes, counting what is taken from one and put into the other.</summary>
internal sealed class MeasuredTransport(IDuplexPipe inner, OpenTransport transport) : IDuplexPipe
{
    public PipeReader Input { get; } = new MeasuredReader(inner.Input, transport);

    public PipeWriter Output { get; } = new MeasuredWriter(inner.Output, transport);
}
