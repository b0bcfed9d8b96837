using Conduit.Testing.Repository;

namespace Conduit.Layout.Tests.Verbs;

public sealed class VerbTests
{
    // What is not a verb of the mesh has no operation: the root, the verbs' base, and the shell's own completion.
    private static readonly string[] WithoutOperation = ["Conduit", "Verb", "Completion"];

    [Fact]
    public void Every_verb_of_the_command_line_is_an_operation()
    {
        var operations = Directory.EnumerateDirectories(RepositoryFiles.At("modules", "Conduit.Operations"))
            .Select(Path.GetFileName)
            .ToHashSet();

        var verbs = CommandNames().Except(WithoutOperation).ToArray();

        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Contains(verb, operations));
    }

    private static IEnumerable<string> CommandNames() => Directory
        .EnumerateFiles(RepositoryFiles.At("tools", "Conduit.Cli", "Commands"), "*Command.cs")
        .Select(path => Path.GetFileNameWithoutExtension(path)[..^"Command".Length]);
}
