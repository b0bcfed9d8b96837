using Conduit.Proxy.Http2.Flow;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>What a peer said in its SETTINGS, and what follows from it for the streams that are open (RFC 9113 §6.5).</summary>
internal sealed class PeerSettings(Http2Connection connection, HpackEncoder encoder, FrameWriter writer)
{
    private const int Portion = 16 * 1024;

    /// <summary>What a new stream may send.</summary>
    public int InitialWindow { get; private set; } = SendWindow.Initial;

    /// <summary>Streams that the peer takes at once. What is assumed until it says so is what RFC 9113 §6.5.2 asks peers not to go below.</summary>
    public int MaxStreams { get; private set; } = 100;

    /// <param name="settings">Entries, values checked.</param>
    /// <param name="isFirst">True for the peer's first frame, after which silence means that there is no limit.</param>
    public Http2Error Apply(ReadOnlySpan<byte> settings, bool isFirst)
    {
        MaxStreams = isFirst ? int.MaxValue : MaxStreams;

        for (; !settings.IsEmpty; settings = settings[Setting.Size..])
        {
            if (Apply(Setting.Read(settings)) is not Http2Error.None and var error)
            {
                return error;
            }
        }

        writer.WriteSettingsAck();
        connection.Transport.Flush();
        return Http2Error.None;
    }

    private Http2Error Apply(Setting setting)
    {
        switch (setting.Id)
        {
            case SettingId.HeaderTableSize:
                encoder.Limit(setting.Value);
                return Http2Error.None;
            case SettingId.MaxConcurrentStreams:
                MaxStreams = (int)Math.Min(setting.Value, int.MaxValue);
                return Http2Error.None;
            case SettingId.MaxFrameSize:
                writer.MaxLength = (int)setting.Value;
                return Http2Error.None;
            case SettingId.InitialWindowSize:
                return Resize((int)setting.Value);
            default:
                return Http2Error.None;
        }
    }

    // Open streams gain or lose the difference, which may leave less than nothing (RFC 9113 §6.9.2).
    private Http2Error Resize(int initialWindow)
    {
        var difference = initialWindow - InitialWindow;
        InitialWindow = initialWindow;

        foreach (var stream in connection.Streams.ToArray())
        {
            var half = connection.HalfTo(stream);

            if (!half.Window.TryAdd(difference))
            {
                return Http2Error.FlowControl;
            }

            half.Pump(Portion);
        }

        return Http2Error.None;
    }
}
