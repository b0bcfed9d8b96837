using Xunit.Abstractions;

namespace Conduit.Layout.Tests.Sources;

public sealed class SourceTests(ITestOutputHelper output)
{
    private const int LineBudget = 200;

    private static readonly string[] NoJob = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Manager", "Misc"];

    [Fact]
    public void Namespaces_are_folder_paths()
    {
        var strayed = SourceFile.All()
            .Where(file => file.Namespace is { } actual && actual != file.ExpectedNamespace)
            .Select(file => $"{file.Display}: {file.Namespace} should be {file.ExpectedNamespace}");

        Assert.Empty(strayed);
    }

    [Fact]
    public void Files_are_named_after_their_type()
    {
        var misnamed = SourceFile.All()
            .Where(file => !file.IsProgram && file.TopLevelTypes.Any() && file.TopLevelTypes.First() != file.Name.Split('.')[0])
            .Select(file => $"{file.Display} declares {file.TopLevelTypes.First()}");

        Assert.Empty(misnamed);
    }

    [Fact]
    public void Files_stay_under_twice_the_budget()
    {
        var overBudget = SourceFile.All().Where(file => file.Length > LineBudget).OrderByDescending(file => file.Length).ToArray();

        foreach (var file in overBudget)
        {
            output.WriteLine($"{file.Length,5} lines: {file.Display}");
        }

        Assert.Empty(overBudget.Where(file => file.Length > 2 * LineBudget).Select(file => file.Display));
    }

    [Fact]
    public void Nothing_is_named_after_having_no_job()
    {
        var vague =
            from file in SourceFile.All()
            from part in Path.ChangeExtension(file.RelativePath, null).Split(Path.DirectorySeparatorChar)
            where NoJob.Any(word => part.EndsWith(word, StringComparison.Ordinal))
            select file.Display;

        Assert.Empty(vague);
    }

    [Fact]
    public void Nothing_unfinished_is_left()
    {
        // Spelled in halves, or this file would find itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "HA" + "CK"];

        var unfinished =
            from file in SourceFile.All()
            from mark in marks
            where file.Text.Contains(mark, StringComparison.Ordinal)
            select $"{file.Display}: {mark}";

        Assert.Empty(unfinished);
    }
}
