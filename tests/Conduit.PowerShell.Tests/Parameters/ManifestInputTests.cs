using System.Text;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Tests.Parameters;

public sealed class ManifestInputTests
{
    [Fact]
    public void Strings_are_the_lines_of_one_stdin()
    {
        var input = new ManifestInput();
        input.Add("kind: Pod");
        input.Add("metadata:");

        Assert.Equal<string>(["-"], input.SourcesAfter([]));
        Assert.Equal("kind: Pod\nmetadata:", Encoding.UTF8.GetString(input.OpenText().ToArray()));
    }

    [Fact]
    public void Files_of_the_pipeline_are_sources()
    {
        var input = new ManifestInput();
        input.Add(new FileInfo("/manifests/app.yml"));

        Assert.Equal<string>(["first.yml", new FileInfo("/manifests/app.yml").FullName], input.SourcesAfter(["first.yml"]));
    }

    [Fact]
    public void A_dash_says_where_the_text_belongs()
    {
        var input = new ManifestInput();
        input.Add("kind: Pod");

        Assert.Equal<string>(["-", "last.yml"], input.SourcesAfter(["-", "last.yml"]));
    }

    [Fact]
    public void Nothing_in_the_pipeline_is_no_source()
    {
        var input = new ManifestInput();
        input.Add(null);

        Assert.Empty(input.SourcesAfter([]));
    }
}
