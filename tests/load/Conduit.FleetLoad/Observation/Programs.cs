namespace Conduit.FleetLoad.Observation;

/// <summary>Programs that were built together with this one.</summary>
internal static class Programs
{
    // Beside this program in the layout that Directory.Build.props fixes: artifacts/bin/<project>/<configuration>.
    public static string At(string project, string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, name + ".dll"));
    }
}
