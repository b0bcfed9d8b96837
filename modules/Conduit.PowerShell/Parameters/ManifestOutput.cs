using System.Text;

namespace Conduit.PowerShell.Parameters;

/// <summary>Manifests as a cmdlet writes them.</summary>
internal static class ManifestOutput
{
    /// <summary>UTF-8 without a byte order mark, or one string without its last line end: PowerShell adds one towards a native command.</summary>
    public static object Of(string text, bool asBytes) => asBytes ? Encoding.UTF8.GetBytes(text) : WithoutLastLineEnd(text);

    private static string WithoutLastLineEnd(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
