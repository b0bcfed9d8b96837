namespace Conduit.Cli.Hosting;

/// <summary>Finds what somebody may have meant.</summary>
internal static class SimilarWords
{
    private const int MostEdits = 2;

    /// <summary>The word that takes the fewest letters added, dropped, changed or swapped; null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Edits: Edits(typed, word)))
        .Where(candidate => candidate.Edits <= MostEdits && candidate.Edits < candidate.Word.Length)
        .OrderBy(candidate => candidate.Edits)
        .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    // The distance of Damerau and Levenshtein; edits[i, j] is that between the first i letters of one and the first j of the other.
    private static int Edits(string left, string right)
    {
        var edits = new int[left.Length + 1, right.Length + 1];

        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Step(edits, left, right, (i, j));
            }
        }

        return edits[left.Length, right.Length];
    }

    private static int Step(int[,] edits, string left, string right, (int Left, int Right) at)
    {
        var (i, j) = at;
        var changed = edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var fewest = Math.Min(changed, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var areSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return areSwapped ? Math.Min(fewest, edits[i - 2, j - 2] + 1) : fewest;
    }
}
