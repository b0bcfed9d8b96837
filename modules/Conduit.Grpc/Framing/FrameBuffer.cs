using System.Buffers;

namespace Conduit.Grpc.Framing;

/// <summary>Collects one message behind room for its header, so that both leave in one write.</summary>
internal sealed class FrameBuffer : SerializationContext, IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 256;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FrameHeader.Size + InitialSize);
    private int _length = FrameHeader.Size;
    private bool _isComplete;

    /// <summary>The message without its header.</summary>
    public ReadOnlyMemory<byte> Payload => _isComplete
        ? _buffer.AsMemory(FrameHeader.Size, _length - FrameHeader.Size)
        : throw new InvalidOperationException("The marshaller did not complete the message.");

    /// <summary>Header and message, ready to be sent; valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Seal(bool isCompressed)
    {
        new FrameHeader(isCompressed, (uint)Payload.Length).Write(_buffer);
        return _buffer.AsMemory(0, _length);
    }

    public override void Complete(byte[] payload)
    {
        this.Write(payload);
        Complete();
    }

    public override void Complete()
    {
        if (_isComplete)
        {
            throw new InvalidOperationException("The marshaller completed the message twice.");
        }

        _isComplete = true;
    }

    public override IBufferWriter<byte> GetBufferWriter() => this;

    public override void SetPayloadLength(int payloadLength) => Reserve(payloadLength);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _length);
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max((long)_length + count, 2L * _buffer.Length)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
