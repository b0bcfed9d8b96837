using System.Text.RegularExpressions;
using Conduit.Testing.Repository;

namespace Emojivoto.Tests.Web.Page;

public sealed partial class PageTests
{
    private static readonly string Folder = RepositoryFiles.At("samples", "emojivoto", "Web", "Page");

    [Fact]
    public void Nothing_of_it_is_fetched_from_elsewhere()
    {
        // The one address is a name of the SVG format, which nothing fetches.
        var addresses =
            from file in Directory.EnumerateFiles(Folder)
            from Match match in Address().Matches(File.ReadAllText(file))
            where match.Value != "http://www.w3.org/2000/svg"
            select $"{Path.GetFileName(file)}: {match.Value}";

        Assert.Empty(addresses);
    }

    [Fact]
    public void What_its_script_looks_up_is_in_it()
    {
        var page = File.ReadAllText(Path.Combine(Folder, "index.html"));
        var script = File.ReadAllText(Path.Combine(Folder, "app.js"));

        var lookedUp = LookUp().Matches(script).Select(match => match.Groups["id"].Value).Distinct().ToList();

        Assert.NotEmpty(lookedUp);
        Assert.All(lookedUp, id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:https?:)?//[\w.-]+\.\w+[^\s""'<>)]*")]
    private static partial Regex Address();

    [GeneratedRegex(@"find\(""(?<id>[^""]+)""\)")]
    private static partial Regex LookUp();
}
