using Conduit.PowerShell.Tests.Surface;
using Conduit.Testing.Repository;
using Conduit.Testing.Snapshots;

namespace Conduit.PowerShell.Tests.Help;

public sealed class HelpTests
{
    private static readonly DocumentationComments Comments = new();

    public static TheoryData<string> Cmdlets() => [.. CmdletClass.All.Select(cmdlet => cmdlet.Name)];

    [Fact]
    public void The_help_file_says_what_the_code_says() => Snapshot.MatchFile(
        new MamlDocument(Comments).Of(CmdletClass.All),
        RepositoryFiles.At("modules", "Conduit.PowerShell", "Module", "en-US", "Conduit.PowerShell.dll-Help.xml"));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_cmdlet_has_examples_and_every_parameter_its_words(string name)
    {
        var cmdlet = CmdletClass.All.Single(known => known.Name == name);

        Assert.NotEmpty(Comments.ExamplesOf(cmdlet.Type));
        Assert.All(Comments.ExamplesOf(cmdlet.Type), example => Assert.Contains(name, example.Line, StringComparison.Ordinal));
        Assert.All(cmdlet.Parameters, parameter => Assert.EndsWith(".", Comments.SummaryOf(parameter.Property), StringComparison.Ordinal));
    }
}
