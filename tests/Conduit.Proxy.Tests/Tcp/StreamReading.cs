using System.Text;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Tcp;

internal static class StreamReading
{
    /// <summary>So many characters; fails when the stream ends before.</summary>
    public static async Task<string> ReadTextAsync(this Stream stream, int length)
    {
        var bytes = new byte[length];
        await Eventually.Ends(stream.ReadExactlyAsync(bytes).AsTask(), what: $"{length} bytes come");
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>All there is until the stream's orderly end.</summary>
    public static async Task<string> ReadToEndAsync(this Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        return await Eventually.Ends(reader.ReadToEndAsync(), what: "the stream ends");
    }

    /// <summary>Says how the stream ends when nothing more comes: orderly or by a reset.</summary>
    public static async Task<string> EndingAsync(this Stream stream)
    {
        try
        {
            return await Eventually.Ends(stream.ReadAsync(new byte[1]).AsTask(), what: "the stream ends") == 0 ? "end" : "bytes";
        }
        catch (IOException)
        {
            return "reset";
        }
    }
}
