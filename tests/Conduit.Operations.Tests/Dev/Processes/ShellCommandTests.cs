using System.Collections.Immutable;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev.Processes;

public sealed class ShellCommandTests
{
    [UnixTheory]
    [InlineData("dotnet bin/Web.dll", true)]
    [InlineData("./run --name 'two words' > out.txt", true)]
    [InlineData("cd web && npm start", false)]
    [InlineData("PORT=1 node app.js", false)]
    [InlineData("node a.js; node b.js", false)]
    [InlineData("exit 3", false)]
    public void The_shell_steps_aside_for_a_single_program(string command, bool stepsAside)
    {
        var spec = ShellCommand.Of(command, "/", ImmutableSortedDictionary<string, string>.Empty);

        Assert.Equal(["-c", stepsAside ? $"exec {command}" : command], spec.Arguments.AsEnumerable());
    }
}
