using Conduit.Cli.Commands;
using Conduit.Cli.Tests.Running;

namespace Conduit.Cli.Tests.Commands;

public sealed class ConduitCommandTests
{
    [Fact]
    public void Verbs_are_listed_by_their_own_names_in_order()
    {
        var context = new TestCli().Context(TextWriter.Null);

        Assert.All(ConduitCommand.Verbs, verb => Assert.Equal(verb.Name, verb.Create(context).Name));
        Assert.Equal(ConduitCommand.Verbs.Select(verb => verb.Name).Order(StringComparer.Ordinal), ConduitCommand.Verbs.Select(verb => verb.Name));
    }

    [Theory]
    [InlineData("-c stat version --client")]
    [InlineData("--mesh top version --client")]
    public async Task A_verbs_name_as_a_value_is_only_a_value(string line) =>
        Assert.Equal("Client version: 0.1.0\n", (await TestCli.RunAsync(line)).Out);
}
