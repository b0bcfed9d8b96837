namespace Conduit.Grpc.Headers;

/// <summary>How one metadata entry looks as a header.</summary>
internal static class MetadataHeader
{
    public static string Encode(Metadata.Entry entry) =>
        entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value;

    /// <summary>Adds what one header line holds; the protocol's own headers, and what could not be sent on, are left out.</summary>
    /// <exception cref="RpcException">A binary value is not base64.</exception>
    public static void Decode(string name, string value, Metadata target)
    {
        if (GrpcHeader.IsReserved(name) || !Metadata.Entry.IsKey(name))
        {
            return;
        }

        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            AddText(name, value, target);
            return;
        }

        // A comma is no base64, so it only joins values; text may contain commas and is left whole.
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            target.Add(name, DecodeBase64(name, part));
        }
    }

    private static void AddText(string name, string value, Metadata target)
    {
        if (Metadata.Entry.IsText(value))
        {
            target.Add(name, value);
        }
    }

    private static byte[] DecodeBase64(string name, string text)
    {
        var padded = text.TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');

        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length)
            ? bytes[..length]
            : throw new RpcException(new Status(StatusCode.Internal, $"The metadata '{name}' is not base64."));
    }
}
