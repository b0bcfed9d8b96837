using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A hash that is the same in every run, unlike the runtime's.</summary>
internal static class StableHash
{
    // The alphabet of Kubernetes' generated names: no vowels, so no words.
    private const string NameAlphabet = "bcdfghjklmnpqrstvwxz2456789";

    public static uint Of(string text) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(text));

    /// <summary>That many characters, as Kubernetes ends the names that it makes.</summary>
    public static string Suffix(string text, int length) =>
        string.Concat(Bytes(text)[..length].Select(value => NameAlphabet[value % NameAlphabet.Length]));

    private static byte[] Bytes(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
