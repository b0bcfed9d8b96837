using System.Text.Json.Nodes;
using Conduit.Cli.Output.Documents;

namespace Conduit.Cli.Tests.Output.Documents;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("with/slash-and.dot", "with/slash-and.dot")]
    [InlineData("", "\"\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("NO", "\"NO\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("# no comment", "\"# no comment\"")]
    [InlineData("quote \" and \n line", "\"quote \\\" and \\n line\"")]
    [InlineData("- item", "\"- item\"")]
    public void Texts_stay_texts(string text, string written) =>
        Assert.Equal($"key: {written}\n", YamlText.Of(new JsonObject { ["key"] = text }));

    [Fact]
    public void Trees_are_written_in_block_style()
    {
        var tree = JsonNode.Parse("""[{"a":1,"b":{"c":null,"d":[]}},[true,[2.5]],{}]""")!;

        Assert.Equal(
            """
            - a: 1
              b:
                c: null
                d: []
            -
              - true
              -
                - 2.5
            - {}

            """.ReplaceLineEndings("\n"),
            YamlText.Of(tree));
    }
}
