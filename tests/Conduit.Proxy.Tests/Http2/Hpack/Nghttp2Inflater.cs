using System.Runtime.InteropServices;
using System.Text;

namespace Conduit.Proxy.Tests.Http2.Hpack;

/// <summary>The decoder of nghttp2, which curl and many servers have, by its public interface (nghttp2/nghttp2.h).</summary>
internal sealed unsafe partial class Nghttp2Inflater : IDisposable
{
    private const string Library = "libnghttp2.so.14";
    private const int Emitted = 2;
    private const int Ended = 1;

    private readonly nint _inflater;

    public Nghttp2Inflater() => Assert.Equal(0, New(out _inflater));

    /// <summary>A whole field block; null when it is refused, after which nothing more can be decoded.</summary>
    public string[]? Decode(ReadOnlySpan<byte> block)
    {
        var lines = new List<string>();

        fixed (byte* start = block)
        {
            for (var at = 0; ;)
            {
                var taken = (int)Inflate(_inflater, out var field, out var flags, start + at, (nuint)(block.Length - at), isFinal: 1);

                if (taken < 0)
                {
                    return null;
                }

                at += taken;

                if ((flags & Emitted) != 0)
                {
                    lines.Add($"{Encoding.Latin1.GetString(field.Name, (int)field.NameLength)}: {Encoding.Latin1.GetString(field.Value, (int)field.ValueLength)}");
                }

                if ((flags & Ended) != 0)
                {
                    Assert.Equal(0, End(_inflater));
                    return [.. lines];
                }
            }
        }
    }

    public void Dispose() => Delete(_inflater);

    [LibraryImport(Library, EntryPoint = "nghttp2_hd_inflate_new")]
    private static partial int New(out nint inflater);

    [LibraryImport(Library, EntryPoint = "nghttp2_hd_inflate_hd2")]
    private static partial nint Inflate(nint inflater, out Field field, out int flags, byte* bytes, nuint length, int isFinal);

    [LibraryImport(Library, EntryPoint = "nghttp2_hd_inflate_end_headers")]
    private static partial int End(nint inflater);

    [LibraryImport(Library, EntryPoint = "nghttp2_hd_inflate_del")]
    private static partial void Delete(nint inflater);

    // nghttp2_nv
    [StructLayout(LayoutKind.Sequential)]
    private struct Field
    {
        public byte* Name;
        public byte* Value;
        public nuint NameLength;
        public nuint ValueLength;
        public byte Flags;
    }
}
