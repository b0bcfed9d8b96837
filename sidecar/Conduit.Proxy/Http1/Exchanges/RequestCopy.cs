using System.Buffers;

namespace Conduit.Proxy.Http1.Exchanges;

/// <summary>A request as it is sent, kept until it is clear that it will not have to be sent again.</summary>
internal sealed class RequestCopy(int bodyLimit)
{
    private byte[] _bytes = [];
    private int _headLength;
    private int _length;

    /// <summary>False once the request has grown beyond what is kept, or its answer has begun.</summary>
    public bool IsComplete { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Begin(ReadOnlySpan<byte> head)
    {
        IsComplete = true;
        _headLength = _length = 0;
        Append(head);
        _headLength = head.Length;
    }

    public void AddBody(ReadOnlySpan<byte> bytes)
    {
        if (!IsComplete)
        {
            return;
        }

        if (_length - _headLength + bytes.Length > bodyLimit)
        {
            Drop();
        }
        else
        {
            Append(bytes);
        }
    }

    public void Drop()
    {
        IsComplete = false;
        _length = 0;

        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(512, (_length + bytes.Length) * 2));
            var length = _length;
            Bytes.CopyTo(larger);

            if (_bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_bytes);
            }

            (_bytes, _length) = (larger, length);
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
