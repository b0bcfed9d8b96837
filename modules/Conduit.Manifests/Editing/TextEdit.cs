using System.Text;

namespace Conduit.Manifests.Editing;

/// <summary>Puts <paramref name="Text"/> in the place of what stands from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    public static TextEdit Insert(int at, string text) => new(at, at, text);

    public static TextEdit Delete(int start, int end) => new(start, end, "");

    /// <summary>Applies edits that are given in any order. An insertion where a deletion begins comes before it.</summary>
    public static string Apply(string source, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(source.Length);
        var done = 0;

        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Append(source, done, Math.Max(edit.Start - done, 0)).Append(edit.Text);
            done = Math.Max(done, edit.End);
        }

        return result.Append(source, done, source.Length - done).ToString();
    }
}
