using Conduit.Testing.Repository;

namespace Conduit.Layout.Tests.References;

public sealed class ReferenceTests
{
    [Fact]
    public void Every_production_project_is_in_the_table() =>
        Assert.Empty(ProjectFile.Production().Select(project => project.Name).Except(ReferenceTable.Production.Keys));

    [Fact]
    public void Projects_reference_only_what_the_table_allows()
    {
        var forbidden =
            from project in ProjectFile.Production()
            let allowed = ReferenceTable.Production[project.Name]
            from reference in project.References.Except(allowed.Projects)
            select $"{project.Name} references {reference}";

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Projects_carry_only_what_the_table_allows()
    {
        var forbidden =
            from project in ProjectFile.Production()
            from carried in project.Carried.Except(ReferenceTable.Production[project.Name].Carried)
            select $"{project.Name} carries {carried}";

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Projects_use_only_the_packages_that_the_table_allows()
    {
        var forbidden =
            from project in ProjectFile.Production()
            let allowed = ReferenceTable.Production[project.Name]
            from package in project.Packages
            where !allowed.AllowsPackage(package)
            select $"{project.Name} uses {package}";

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_project_of_the_tree_is_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryFiles.At("Mesh.sln"));

        Assert.All(ProjectFile.Production().Concat(ProjectFile.Tests()), project =>
            Assert.Contains($"\"{project.Name}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_production_project_has_its_tests()
    {
        var tests = ProjectFile.Tests().Select(project => project.Name).ToHashSet();
        var untested = ProjectFile.Production()
            .Select(project => project.Name.StartsWith("Emojivoto.", StringComparison.Ordinal) ? "Emojivoto" : project.Name)
            .Where(name => !tests.Contains($"{name}.Tests"));

        Assert.Empty(untested);
    }

    [Fact]
    public void Package_versions_stand_in_one_file()
    {
        var versioned = ProjectFile.Production().Concat(ProjectFile.Tests())
            .Where(project => File.ReadAllText(Path.Combine(project.Directory, project.Name + ".csproj"))
                .Split('\n').Any(line => line.Contains("<PackageReference", StringComparison.Ordinal) && line.Contains("Version=", StringComparison.Ordinal)))
            .Select(project => project.Name);

        Assert.Empty(versioned);
    }
}
