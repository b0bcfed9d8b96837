namespace Conduit.Manifests.Content;

/// <summary>How a file indents: spaces per mapping level, and from a key to the dashes of its sequence.</summary>
internal readonly record struct BlockStyle(int Step, int DashOffset)
{
    public static BlockStyle Default { get; } = new(2, 0);
}
