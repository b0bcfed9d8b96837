using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Endpoints;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets where services lead now.</summary>
/// <example>
/// <code>Get-ConduitEndpoint -Namespace emojivoto</code>
/// <para>Every service of a namespace.</para>
/// </example>
/// <example>
/// <code>Get-ConduitEndpoint voting-svc.emojivoto.svc.cluster.local:8080</code>
/// <para>One port of one service.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitEndpoint")]
[OutputType(typeof(ServiceEndpoint))]
public sealed class GetConduitEndpointCommand : NamespacedCmdlet
{
    /// <summary>Services as clients call them, in full or in part, such as web-svc.emojivoto. Default: all.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    public string[] Authority { get; set; } = [];

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");
        var request = new EndpointsRequest { Authorities = [.. Authority], Namespace = Choice };

        foreach (var address in await new EndpointsOperation(api).RunAsync(request, cancellationToken))
        {
            yield return ServiceEndpoint.Of(address);
        }
    }
}
