namespace Conduit.Controller.Metrics;

internal enum ReportOutcome
{
    Counted,

    /// <summary>A newer stream of the same process reports now; nothing was counted.</summary>
    Superseded,

    /// <summary>The report breaks the protocol; nothing was counted.</summary>
    Malformed,
}
