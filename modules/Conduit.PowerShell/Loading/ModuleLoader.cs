using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace Conduit.PowerShell.Loading;

/// <summary>Run by PowerShell before it looks at any cmdlet: from now on the module's dependencies are found in its <c>lib</c> folder.</summary>
public sealed class ModuleLoader : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly DependencyContext Dependencies = new(Path.Combine(ModuleFolder.Path, "lib"));

    public void OnImport() => AssemblyLoadContext.Default.Resolving += Resolve;

    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) => Dependencies.ResolveOwn(name);
}
