using System.Text.RegularExpressions;
using Conduit.Layout.Tests.References;

namespace Conduit.Layout.Tests.Sources;

/// <summary>A hand-written C# file and what its project expects of it.</summary>
internal sealed partial class SourceFile(ProjectFile project, string path)
{
    private readonly string[] _lines = File.ReadAllLines(path);

    public static IEnumerable<SourceFile> All() =>
        from project in ProjectFile.Production().Concat(ProjectFile.Tests())
        from path in Directory.EnumerateFiles(project.Directory, "*.cs", SearchOption.AllDirectories)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "artifacts")
        select new SourceFile(project, path);

    public string RelativePath { get; } = Path.GetRelativePath(project.Directory, path);

    public string Display => $"{project.Name}/{RelativePath}";

    public string Name => Path.GetFileNameWithoutExtension(RelativePath);

    public int Length => _lines.Length;

    public string Text => string.Join('\n', _lines);

    public bool IsProgram => Name == "Program";

    public string ExpectedNamespace => string.Join('.', (string[])[project.RootNamespace, .. Folders]);

    public string? Namespace => _lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    /// <summary>Names of the types declared at the outermost level, without type parameters.</summary>
    public IEnumerable<string> TopLevelTypes => _lines.Select(line => TypeLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    private string[] Folders => Path.GetDirectoryName(RelativePath)!.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex NamespaceLine();

    // Types of a file-scoped namespace start in the first column.
    [GeneratedRegex(@"^(?:(?:public|internal|sealed|static|abstract|partial|readonly|file|unsafe|ref) )*(?:class|struct|interface|enum|record struct|record class|record|delegate [\w<>,?\[\] ]+?) (\w+)")]
    private static partial Regex TypeLine();
}
