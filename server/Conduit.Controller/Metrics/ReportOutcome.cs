namespace Conduit.Controller.Metrics;

internal enum ReportOutcome
{
    Counted,

    /// <summary>A newer stream of the same process reports now; nothing was counted.</summary>
    Superseded,

    /// <summary>The stream has described as many series as one may. A new one says which of them are still held; nothing is lost by it.</summary>
    Worn,

    /// <summary>The report breaks the protocol; nothing was counted.</summary>
    Malformed,
}
