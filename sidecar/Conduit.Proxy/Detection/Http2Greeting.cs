namespace Conduit.Proxy.Detection;

/// <summary>What a server of HTTP/2 may send before it has heard anything: a SETTINGS frame (RFC 9113 §3.4, §6.5).</summary>
internal static class Http2Greeting
{
    private const int HeaderLength = 9;
    private const int SettingLength = 6;
    private const int MostSettings = 64;
    private const byte SettingsType = 4;

    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != 0)
        {
            return false;
        }

        var length = (bytes[1] << 8) | bytes[2];
        return length % SettingLength == 0
            && length <= MostSettings * SettingLength
            && bytes[3] == SettingsType
            && !bytes[4..HeaderLength].ContainsAnyExcept((byte)0);
    }
}
