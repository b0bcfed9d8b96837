using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Version;
using Conduit.PowerShell.Hosting;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets the versions of this module and of the mesh.</summary>
/// <example>
/// <code>Get-ConduitVersion</code>
/// <para>Both versions.</para>
/// </example>
/// <example>
/// <code>(Get-ConduitVersion -Client).Client</code>
/// <para>This module's alone; no mesh is asked.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitVersion")]
[OutputType(typeof(MeshVersion))]
public sealed class GetConduitVersionCommand : ApiCmdlet
{
    private bool _clientOnly;

    /// <summary>Only this module's version; ask no mesh.</summary>
    [Parameter]
    public SwitchParameter Client
    {
        get => _clientOnly;
        set => _clientOnly = value;
    }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var server = _clientOnly ? null : await new VersionOperation(Connect).RunAsync(cancellationToken);

        if (server?.Unavailable is { } reason)
        {
            yield return new CmdletNote(reason);
        }

        yield return new MeshVersion { Client = ModuleContext.Version, Server = server?.Server, Runtime = server?.Runtime };
    }
}
