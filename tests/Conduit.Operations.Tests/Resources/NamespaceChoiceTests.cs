using Conduit.Model.Failures;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Tests.Resources;

public sealed class NamespaceChoiceTests
{
    [Theory]
    [InlineData("deploy", null, null, "")]
    [InlineData("deploy", null, "the-default", "the-default")]
    [InlineData("deploy", "chosen", "the-default", "chosen")]
    [InlineData("deploy written/web", null, "the-default", "written")]
    [InlineData("deploy same/web", "same", null, "same")]
    [InlineData("ns/web", "chosen", "the-default", "")]
    public void The_closest_word_wins(string words, string? chosen, string? standard, string expected) =>
        Assert.Equal(expected, new NamespaceChoice { Name = chosen }.Resolve(ResourceTarget.Parse(words.Split(' ')), standard));

    [Fact]
    public void All_beats_the_default() =>
        Assert.Equal("", new NamespaceChoice { All = true }.Resolve(ResourceTarget.Parse("deploy"), "the-default"));

    [Fact]
    public void Two_different_namespaces_are_misuse() =>
        Assert.Throws<MisuseException>(() => new NamespaceChoice { Name = "one" }.Resolve(ResourceTarget.Parse("deploy", "two/web"), null));
}
