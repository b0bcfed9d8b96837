using System.Management.Automation;
using Conduit.Operations.Dev;
using Conduit.PowerShell.Objects;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets the meshes on this machine with their processes.</summary>
/// <example>
/// <code>Get-ConduitDev</code>
/// <para>Every mesh of this user.</para>
/// </example>
/// <example>
/// <code>(Get-ConduitDev).Processes | Where-Object Restarts -gt 0</code>
/// <para>The processes that did not keep running.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitDev")]
[OutputType(typeof(LocalMesh))]
public sealed class GetConduitDevCommand : ConduitCmdlet
{
    internal override IAsyncEnumerable<object> ProduceAsync(CancellationToken cancellationToken) =>
        new DevStatusOperation(Module.DevMeshes).Run().Select(LocalMesh.Of).ToAsyncEnumerable<object>();
}
