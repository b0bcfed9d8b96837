using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Http1.Exchanges;

/// <summary>A request as it is sent, kept until it is clear that it will not have to be sent again.</summary>
internal sealed class RequestCopy(BufferPool buffers, int bodyLimit)
{
    private readonly ByteQueue _bytes = new(buffers);
    private long _most;

    /// <summary>False once the request has grown beyond what is kept, or its answer has begun.</summary>
    public bool IsComplete { get; private set; }

    public void Begin(ReadOnlySpan<byte> head)
    {
        IsComplete = true;
        _most = head.Length + bodyLimit;
        _bytes.Write(head);
    }

    public void AddBody(ReadOnlySpan<byte> bytes)
    {
        if (IsComplete && _bytes.Length + bytes.Length <= _most)
        {
            _bytes.Write(bytes);
        }
        else
        {
            Drop();
        }
    }

    public void CopyTo(ByteQueue target)
    {
        for (var index = 0; index < _bytes.Segments; index++)
        {
            target.Write(_bytes.Segment(index).Span);
        }
    }

    public void Drop()
    {
        IsComplete = false;
        _bytes.Clear();
    }
}
