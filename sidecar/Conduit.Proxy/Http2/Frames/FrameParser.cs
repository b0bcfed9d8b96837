using System.Buffers.Binary;

namespace Conduit.Proxy.Http2.Frames;

/// <summary>
/// Checks what RFC 9113 §6 says of each frame by itself and hands it on. Faults that the RFC lays on one stream but that no decent peer
/// makes end the connection, which §5.4.1 allows.
/// </summary>
internal sealed class FrameParser(IFrameHandler handler, FieldBlockAssembler blocks)
{
    private const int PriorityFields = 5;

    public Http2Error Parse(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        // Nothing may stand between HEADERS and the CONTINUATIONs that complete it (RFC 9113 §6.10).
        if (blocks.IsOpen && (header.Type != FrameType.Continuation || header.StreamId != blocks.StreamId))
        {
            return Http2Error.Protocol;
        }

        return header.Type switch
        {
            FrameType.Data => ParseData(header, payload),
            FrameType.Headers => ParseHeaders(header, payload),
            FrameType.Priority => ParsePriority(header),
            FrameType.Reset => ParseReset(header, payload),
            FrameType.Settings => ParseSettings(header, payload),

            // A client never pushes, and servers are told not to (RFC 9113 §6.6).
            FrameType.PushPromise => Http2Error.Protocol,
            FrameType.Ping => ParsePing(header, payload),
            FrameType.GoAway => ParseGoAway(header, payload),
            FrameType.WindowUpdate => ParseWindowUpdate(header, payload),
            FrameType.Continuation => ParseContinuation(header, payload),
            _ => handler.OnIgnored(header.Type),
        };
    }

    private Http2Error ParseData(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        var flowLength = payload.Length;

        return header.StreamId == 0 || !TryStripPadding(header, ref payload)
            ? Http2Error.Protocol
            : handler.OnData(header.StreamId, payload, flowLength, header.Has(FrameFlags.EndStream));
    }

    private Http2Error ParseHeaders(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.StreamId == 0 || !TryStripPadding(header, ref payload))
        {
            return Http2Error.Protocol;
        }

        if (header.Has(FrameFlags.Priority))
        {
            if (payload.Length < PriorityFields)
            {
                return Http2Error.FrameSize;
            }

            payload = payload[PriorityFields..];
        }

        return header.Has(FrameFlags.EndHeaders)
            ? handler.OnHeaders(header.StreamId, payload, header.Has(FrameFlags.EndStream))
            : blocks.Begin(header, payload);
    }

    private Http2Error ParseContinuation(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        var error = blocks.Append(payload);

        if (error != Http2Error.None || !header.Has(FrameFlags.EndHeaders))
        {
            return error;
        }

        error = handler.OnHeaders(blocks.StreamId, blocks.Block, blocks.EndsStream);
        blocks.Close();
        return error;
    }

    private Http2Error ParsePriority(in FrameHeader header) => header switch
    {
        { StreamId: 0 } => Http2Error.Protocol,
        { Length: not PriorityFields } => Http2Error.FrameSize,
        _ => handler.OnIgnored(FrameType.Priority),
    };

    private Http2Error ParseReset(in FrameHeader header, ReadOnlySpan<byte> payload) => header switch
    {
        { StreamId: 0 } => Http2Error.Protocol,
        { Length: not 4 } => Http2Error.FrameSize,
        _ => handler.OnReset(header.StreamId, (Http2Error)BinaryPrimitives.ReadUInt32BigEndian(payload)),
    };

    private Http2Error ParseSettings(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.StreamId != 0)
        {
            return Http2Error.Protocol;
        }

        if (header.Has(FrameFlags.Ack))
        {
            return payload.IsEmpty ? handler.OnSettingsAck() : Http2Error.FrameSize;
        }

        if (payload.Length % Setting.Size != 0)
        {
            return Http2Error.FrameSize;
        }

        for (var rest = payload; !rest.IsEmpty; rest = rest[Setting.Size..])
        {
            if (Setting.Read(rest).Check() is not Http2Error.None and var error)
            {
                return error;
            }
        }

        return handler.OnSettings(payload);
    }

    private Http2Error ParsePing(in FrameHeader header, ReadOnlySpan<byte> payload) => header switch
    {
        { StreamId: not 0 } => Http2Error.Protocol,
        { Length: not 8 } => Http2Error.FrameSize,
        _ => header.Has(FrameFlags.Ack) ? handler.OnPingAck(payload) : handler.OnPing(payload),
    };

    private Http2Error ParseGoAway(in FrameHeader header, ReadOnlySpan<byte> payload) => header switch
    {
        { StreamId: not 0 } => Http2Error.Protocol,
        { Length: < 8 } => Http2Error.FrameSize,
        _ => handler.OnGoAway(
            BinaryPrimitives.ReadInt32BigEndian(payload) & int.MaxValue, (Http2Error)BinaryPrimitives.ReadUInt32BigEndian(payload[4..])),
    };

    private Http2Error ParseWindowUpdate(in FrameHeader header, ReadOnlySpan<byte> payload) => header.Length != 4
        ? Http2Error.FrameSize
        : handler.OnWindowUpdate(header.StreamId, BinaryPrimitives.ReadInt32BigEndian(payload) & int.MaxValue);

    private static bool TryStripPadding(in FrameHeader header, ref ReadOnlySpan<byte> payload)
    {
        if (!header.Has(FrameFlags.Padded))
        {
            return true;
        }

        if (payload.IsEmpty || payload[0] >= payload.Length)
        {
            return false;
        }

        payload = payload[1..^payload[0]];
        return true;
    }
}
