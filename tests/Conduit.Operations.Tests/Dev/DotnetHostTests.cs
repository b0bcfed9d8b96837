using Conduit.Operations.Dev;

namespace Conduit.Operations.Tests.Dev;

public sealed class DotnetHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_one_that_runs_this_process_comes_first_then_what_the_user_says_then_the_path()
    {
        var variables = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = At("said"),
            ["PATH"] = string.Join(Path.PathSeparator, At("bin"), At("sbin")),
            ["HOME"] = At("home"),
        };

        var folders = DotnetHost.Folders(At("root", "shared", "Microsoft.NETCore.App", "10.0.0"), variables.GetValueOrDefault);

        Assert.Equal([At("root"), At("said"), At("bin"), At("sbin"), At("home", ".dotnet")], folders.Take(5));
    }

    [Fact]
    public void It_is_the_first_that_is_there()
    {
        var first = Install("first");
        Install("second");

        Assert.Equal(first, DotnetHost.Find([At("none"), At("first"), At("second")]));
    }

    [Fact]
    public void A_machine_may_have_none() => Assert.Null(DotnetHost.Find([At("none")]));

    [Fact]
    public void Without_variables_the_usual_folders_are_left() =>
        Assert.Equal([At(), "/usr/share/dotnet", "/usr/lib/dotnet"], DotnetHost.Folders(At("a", "b", "c"), _ => null));

    private string Install(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(At(folder)).FullName, DotnetHost.FileName);
        File.WriteAllText(path, "");
        return path;
    }

    private string At(params string[] parts) => Path.Combine([_folder, .. parts]);
}
