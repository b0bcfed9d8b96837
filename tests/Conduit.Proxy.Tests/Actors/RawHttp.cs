using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>HTTP/1 byte by byte, where a client library would tidy up.</summary>
internal static class RawHttp
{
    /// <summary>Sends bytes and reads until the other side closes.</summary>
    public static async Task<string> ExchangeAsync(IPEndPoint address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await Eventually.Ends(reader.ReadToEndAsync());
    }

    public static async Task<string> ReadUntilAsync(Stream stream, string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[1];

        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var read = await Eventually.Ends(stream.ReadAsync(buffer).AsTask(), what: $"reading until {end}, so far {text}");
            Assert.True(read == 1, $"The connection ended after: {text}");
            text.Append((char)buffer[0]);
        }

        return text.ToString();
    }

    /// <summary>The lines of a message's head.</summary>
    public static string[] HeadLines(string message) => message.Split("\r\n\r\n")[0].Split("\r\n");
}
