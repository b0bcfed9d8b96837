using System.Buffers.Binary;
using System.Net.Security;
using System.Text;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Detection;

/// <summary>ClientHellos: real ones, and made ones in any number of records.</summary>
internal static class HelloBytes
{
    /// <summary>What the runtime's own TLS sends first.</summary>
    public static async Task<byte[]> RealAsync(string serverName)
    {
        var (near, far) = SocketPair.Create();
        await using var tls = new SslStream(near);
        var handshake = tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = serverName });
        var hello = new byte[16 * 1024];
        var length = await far.ReadAsync(hello);
        await far.DisposeAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => handshake);
        return hello[..length];
    }

    /// <summary>A hello with these extensions, in records of at most so many bytes.</summary>
    public static byte[] Made(byte[] extensions, int recordLength = 16 * 1024)
    {
        byte[] body = [3, 3, .. new byte[32], 0, .. Block(2, [0x13, 0x01]), 1, 0, .. Block(2, extensions)];
        byte[] message = [1, .. Block(3, body)];
        return [.. message.Chunk(recordLength).SelectMany(part => (byte[])[22, 3, 1, .. Block(2, part)])];
    }

    public static byte[] ServerName(string name) => [0, 0, .. Block(2, Block(2, [0, .. Block(2, Encoding.ASCII.GetBytes(name))]))];

    /// <summary>An extension that nobody looks at.</summary>
    public static byte[] Padding(int length) => [0, 21, .. Block(2, new byte[length])];

    private static byte[] Block(int lengthSize, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length[(4 - lengthSize)..], .. content];
    }
}
