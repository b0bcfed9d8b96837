using System.Text;

namespace Conduit.Proxy.Admin;

/// <summary>What an operator or a probe is told.</summary>
internal sealed record AdminAnswer(int Status, string ContentType, byte[] Content)
{
    private const string PlainText = "text/plain; charset=utf-8";

    public bool IsCompressed { get; init; }

    public static AdminAnswer Text(int status, string text) => new(status, PlainText, Encoding.UTF8.GetBytes(text));
}
