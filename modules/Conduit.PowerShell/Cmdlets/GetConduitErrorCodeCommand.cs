using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Explain;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets what an error of a proxy means, who failed, and what to do next.</summary>
/// <example>
/// <code>Get-ConduitErrorCode CDT0301</code>
/// <para>One error in full.</para>
/// </example>
/// <example>
/// <code>Get-ConduitErrorCode | Where-Object HttpStatus -eq 503</code>
/// <para>Every error that callers see as 503.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitErrorCode")]
[OutputType(typeof(ErrorCode))]
public sealed class GetConduitErrorCodeCommand : ConduitCmdlet
{
    private const string InFull = "#InFull";

    /// <summary>The code, as the header conduit-error, the proxy's log and its metrics have it. Default: all.</summary>
    [Parameter(Position = 0)]
    public string? Code { get; set; }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;

        if (Code is not null)
        {
            yield return new Shown(ErrorCode.Of(ExplainOperation.Find(Code)), [typeof(ErrorCode).FullName + InFull]);
            yield break;
        }

        foreach (var error in ExplainOperation.List())
        {
            yield return ErrorCode.Of(error);
        }
    }
}
