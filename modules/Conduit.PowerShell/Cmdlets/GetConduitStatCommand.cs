using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;
using Conduit.PowerShell.Completion;
using Conduit.PowerShell.Parameters;
using Conduit.PowerShell.Streams;
using StatRow = Conduit.PowerShell.Objects.StatRow;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Gets request rate, success rate and latency of workloads.</summary>
/// <example>
/// <code>Get-ConduitStat -Namespace emojivoto</code>
/// <para>Every deployment of a namespace.</para>
/// </example>
/// <example>
/// <code>Get-ConduitStat -Namespace emojivoto | Where-Object SuccessRate -lt 0.99 | Sort-Object Rps -Descending</code>
/// <para>What fails more than one request in a hundred, the busiest first.</para>
/// </example>
/// <example>
/// <code>Get-ConduitStat deploy/voting -From deploy/web -Namespace emojivoto -TimeWindow 5m</code>
/// <para>What web sent to voting within five minutes.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitStat")]
[OutputType(typeof(StatRow))]
public sealed class GetConduitStatCommand : NamespacedCmdlet
{
    /// <summary>TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string[] Resource { get; set; } = ["deployments"];

    /// <summary>The time up to now that the numbers cover: a TimeSpan, or a text such as 30s or 5m.</summary>
    [Parameter]
    [Alias("t")]
    [GoDuration]
    public TimeSpan TimeWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Only traffic to this resource.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string? To { get; set; }

    /// <summary>Namespace of -To. Default: that of -Namespace.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? ToNamespace { get; set; }

    /// <summary>Only traffic from this resource.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public string? From { get; set; }

    /// <summary>Namespace of -From. Default: that of -Namespace.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    public string? FromNamespace { get; set; }

    /// <summary>Only resources with these labels.</summary>
    [Parameter]
    [Alias("l")]
    public string? Selector { get; set; }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = Read();
        using var api = Connect();
        yield return new CmdletDetail($"mesh at {api.Location}");
        var result = await new StatOperation(api).RunAsync(request, cancellationToken);

        foreach (var note in result.Notes)
        {
            yield return new CmdletNote(note);
        }

        string[] views = [.. ViewsOf(result, everyKind: request.Target.Kind is null)];

        foreach (var row in result.Rows)
        {
            yield return new Shown(StatRow.Of(row), views);
        }
    }

    private StatRequest Read() => new()
    {
        Target = ResourceTarget.Parse(Resource),
        Namespace = Choice,
        Window = TimeWindow,
        To = To is null ? null : ResourceTarget.Parse(To),
        ToNamespace = ToNamespace,
        From = From is null ? null : ResourceTarget.Parse(From),
        FromNamespace = FromNamespace,
        LabelSelector = Selector,
    };

    private static IEnumerable<string> ViewsOf(StatResult result, bool everyKind)
    {
        var type = typeof(StatRow).FullName;
        return (result.AcrossNamespaces, everyKind) switch
        {
            (true, true) => [$"{type}#NamespaceKind"],
            (true, false) => [$"{type}#Namespace"],
            (false, true) => [$"{type}#Kind"],
            _ => [],
        };
    }
}
