using System.Text.RegularExpressions;
using Conduit.Testing.Repository;

namespace Conduit.Integration.Tests.Readme;

/// <summary>A fenced block of README and where its lines can be pasted: <c>local</c>, <c>cluster</c> or <c>published</c>.</summary>
internal sealed partial record ReadmeBlock(string Language, string Tag, IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<ReadmeBlock> All() =>
    [
        .. Fence().Matches(File.ReadAllText(RepositoryFiles.At("README.md"))).Select(match => new ReadmeBlock(
            match.Groups["language"].Value,
            match.Groups["tag"].Value,
            match.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
    ];

    [GeneratedRegex(@"^```(?<language>\w+) ?(?<tag>\w*)\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
