using System.Reflection;
using System.Runtime.Loader;

namespace Conduit.PowerShell.Loading;

/// <summary>
/// Holds what the cmdlets are made of apart from the host's assemblies, so that neither minds which versions the other brings. Only
/// what the folder has comes from it; all else is the runtime's.
/// </summary>
internal sealed class DependencyContext(string folder) : AssemblyLoadContext("Conduit")
{
    /// <summary>Answers the default context for the module's own names, which nobody else has; null for others.</summary>
    public Assembly? ResolveOwn(AssemblyName name) =>
        name.Name?.StartsWith("Conduit.", StringComparison.Ordinal) == true ? Load(name) : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
