using System.Xml.Linq;
using Conduit.Testing.Repository;

namespace Conduit.Layout.Tests.References;

internal sealed class ProjectFile(string path)
{
    private readonly XDocument _document = XDocument.Load(path);

    public static IEnumerable<ProjectFile> Production() =>
        new[] { "modules", "tools", "server", "sidecar", "samples" }.SelectMany(folder => In(RepositoryFiles.At(folder)));

    public static IEnumerable<ProjectFile> Tests() => In(RepositoryFiles.At("tests"));

    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(path);

    public string Directory { get; } = System.IO.Path.GetDirectoryName(path)!;

    public string RootNamespace => _document.Descendants("RootNamespace").FirstOrDefault()?.Value ?? Name;

    public IEnumerable<string> References => ProjectReferences(carried: false);

    public IEnumerable<string> Carried => ProjectReferences(carried: true);

    public IEnumerable<string> Packages =>
    [
        .. Items("PackageReference"),
        .. Items("FrameworkReference"),
        .. Items("Reference").Where(reference => reference != "System.IO.Hashing"),
    ];

    private static IEnumerable<ProjectFile> In(string folder) => System.IO.Directory
        .EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => new ProjectFile(path));

    private IEnumerable<string> Items(string element, string attribute = "Include") =>
        _document.Descendants(element).Select(item => (string?)item.Attribute(attribute)).OfType<string>();

    // What several projects carry stands in a file that they import.
    private IEnumerable<XDocument> Documents() => Items("Import", "Project")
        .Select(import => System.IO.Path.Combine(Directory, import))
        .Where(File.Exists)
        .Select(import => XDocument.Load(import))
        .Prepend(_document);

    private IEnumerable<string> ProjectReferences(bool carried) =>
        from document in Documents()
        from reference in document.Descendants("ProjectReference")
        where ((string?)reference.Attribute("ReferenceOutputAssembly") == "false") == carried
        select System.IO.Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'));
}
