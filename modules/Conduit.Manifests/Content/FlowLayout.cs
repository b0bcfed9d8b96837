namespace Conduit.Manifests.Content;

/// <summary>
/// How a flow collection lies: on one line, or an element per line with <paramref name="Indent"/> before each and <paramref name="Unit"/> more per level.
/// </summary>
internal sealed record FlowLayout(string NewLine, string Indent, string Unit)
{
    public static FlowLayout OneLine { get; } = new("", "", "");

    /// <summary>What stands between two elements, after the comma.</summary>
    public string Gap => this == OneLine ? " " : NewLine + Indent;

    /// <summary>What stands between an opening or closing bracket and the elements; the closing one is a level out.</summary>
    public string Edge => this == OneLine ? "" : NewLine + Indent;

    public FlowLayout Deeper() => this == OneLine ? this : this with { Indent = Indent + Unit };
}
