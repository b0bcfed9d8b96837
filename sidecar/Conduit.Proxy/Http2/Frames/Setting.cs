using System.Buffers.Binary;

namespace Conduit.Proxy.Http2.Frames;

/// <summary>One entry of a SETTINGS frame.</summary>
internal readonly record struct Setting(SettingId Id, uint Value)
{
    public const int Size = 6;

    public static Setting Read(ReadOnlySpan<byte> source) =>
        new((SettingId)BinaryPrimitives.ReadUInt16BigEndian(source), BinaryPrimitives.ReadUInt32BigEndian(source[2..]));

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)Id);
        BinaryPrimitives.WriteUInt32BigEndian(target[2..], Value);
    }

    /// <summary>What is wrong with the value (RFC 9113 §6.5.2).</summary>
    public Http2Error Check() => Id switch
    {
        SettingId.EnablePush or SettingId.EnableConnectProtocol when Value > 1 => Http2Error.Protocol,
        SettingId.InitialWindowSize when Value > int.MaxValue => Http2Error.FlowControl,
        SettingId.MaxFrameSize when Value is < FrameReader.DefaultMaxLength or > FrameReader.LargestMaxLength => Http2Error.Protocol,
        _ => Http2Error.None,
    };
}
