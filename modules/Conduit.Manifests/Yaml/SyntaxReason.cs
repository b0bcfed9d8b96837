namespace Conduit.Manifests.Yaml;

/// <summary>The parser's complaint in our words, with a hint where the cause is a usual one.</summary>
internal static class SyntaxReason
{
    public static string Of(string complaint, SourceText source, int index)
    {
        index = Math.Min(index, source.Text.Length);
        var line = source.Text.AsSpan()[source.LineStart(index)..source.LineEnd(index)];
        var reason = complaint.Length == 0 ? complaint : char.ToLowerInvariant(complaint[0]) + complaint[1..].TrimEnd('.');

        return line.Contains("{{", StringComparison.Ordinal) ? $"{reason} (a template must be rendered first)"
            : reason.Contains(" tab ", StringComparison.Ordinal) ? $"{reason} (indent with spaces)"
            : reason;
    }
}
