using System.Text;

namespace Conduit.Operations.Rendering;

/// <summary>Several manifests as one stream of documents; a single one stays as it is.</summary>
internal static class ManifestStream
{
    private const char ByteOrderMark = '\uFEFF';

    /// <param name="manifests">One or more.</param>
    public static string Join(IReadOnlyList<string> manifests)
    {
        var stream = new StringBuilder(manifests[0]);

        foreach (var manifest in manifests.Skip(1).Select(manifest => manifest.TrimStart(ByteOrderMark)))
        {
            if (stream.Length > 0 && stream[^1] != '\n')
            {
                stream.Append('\n');
            }

            // A directive may only follow the end of a document.
            stream.Append(manifest.StartsWith('%') ? "...\n" : manifest.StartsWith("---", StringComparison.Ordinal) ? "" : "---\n").Append(manifest);
        }

        return stream.ToString();
    }
}
