namespace Conduit.Manifests;

/// <summary>
/// One fault in an input; <paramref name="Source"/> is the file's name, or how else the user calls it. Document, line and column count from 1.
/// </summary>
public sealed record ManifestProblem(string Source, int Document, int Line, int Column, string Reason)
{
    public override string ToString() => $"{Source}: document {Document}, line {Line}, column {Column}: {Reason}";
}
