using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Get;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets the pods that the mesh knows.</summary>
/// <example>
/// <code>Get-ConduitPod -Namespace emojivoto</code>
/// <para>With status, restarts and owner.</para>
/// </example>
/// <example>
/// <code>Get-ConduitPod -AllNamespaces | Where-Object { -not $_.Meshed }</code>
/// <para>Pods without a proxy.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitPod")]
[OutputType(typeof(Pod))]
public sealed class GetConduitPodCommand : NamespacedCmdlet
{
    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");

        foreach (var pod in await new GetPodsOperation(api).RunAsync(new GetPodsRequest { Namespace = Choice }, cancellationToken))
        {
            yield return Pod.Of(pod);
        }
    }
}
