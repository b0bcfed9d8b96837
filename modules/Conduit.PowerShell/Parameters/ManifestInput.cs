using System.Collections.Immutable;
using System.Text;
using Conduit.Operations.Rendering;

namespace Conduit.PowerShell.Parameters;

/// <summary>The manifests that <c>-Path</c> and a pipeline bring. Strings of the pipeline are the lines of one stdin.</summary>
internal sealed class ManifestInput
{
    private readonly List<string> _sources = [];
    private readonly List<string> _lines = [];

    /// <summary>What <see cref="ManifestLoader"/> reads: what was named, then what the pipeline brought.</summary>
    /// <param name="named">May say by <c>-</c> where the pipeline's text belongs.</param>
    public ImmutableArray<string> SourcesAfter(IEnumerable<string> named)
    {
        string[] first = [.. named];
        return [.. first, .. _sources.Where(source => source != ManifestLoader.StandardInput || !first.Contains(source))];
    }

    /// <param name="item">A file, a folder, or text; null when the pipeline brought nothing.</param>
    public void Add(object? item)
    {
        switch (item)
        {
            case null:
                break;
            case FileSystemInfo file:
                _sources.Add(file.FullName);
                break;
            default:
                AddLine(item.ToString() ?? "");
                break;
        }
    }

    public MemoryStream OpenText() => new(Encoding.UTF8.GetBytes(string.Join('\n', _lines)));

    private void AddLine(string line)
    {
        if (_lines.Count == 0)
        {
            _sources.Add(ManifestLoader.StandardInput);
        }

        _lines.Add(line);
    }
}
