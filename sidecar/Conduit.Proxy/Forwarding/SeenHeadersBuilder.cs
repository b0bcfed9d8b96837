using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Conduit.Proxy.Forwarding;

/// <summary>Writes down the headers of a head for taps: never a secret, and no more than fits an event.</summary>
internal sealed class SeenHeadersBuilder
{
    public const int MostHeaders = 64;

    /// <summary>Characters that are shown of one value.</summary>
    public const int MostOfValue = 256;

    /// <summary>Characters of all names and values together.</summary>
    public const int MostOfAll = 4096;

    private static readonly FrozenSet<string> Secrets =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "authorization", "proxy-authorization", "cookie", "set-cookie");

    private readonly ImmutableArray<SeenHeader>.Builder _headers = ImmutableArray.CreateBuilder<SeenHeader>();
    private int _length;
    private int _leftOut;

    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        // A character takes four bytes at most, so what is cut off here would not be shown.
        var beginning = value[..Math.Min(value.Length, (MostOfValue + 1) * 4)];
        Add(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(beginning));
    }

    public void Add(string name, string value)
    {
        var shown = Secrets.Contains(name) ? null : Shorten(value);
        var length = name.Length + (shown?.Length ?? 0);

        if (_headers.Count == MostHeaders || _length + length > MostOfAll)
        {
            _leftOut++;
            return;
        }

        _length += length;
        _headers.Add(new SeenHeader(name, shown));
    }

    public SeenHeaders Build() => new(_headers.DrainToImmutable(), _leftOut);

    private static string Shorten(string value) => value.Length <= MostOfValue ? value : string.Concat(value.AsSpan(0, MostOfValue), "…");
}
