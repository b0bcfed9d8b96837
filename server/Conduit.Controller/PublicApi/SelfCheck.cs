using Conduit.Controller.Cluster;
using Conduit.Controller.Prometheus;
using Conduit.Grpc;
using Conduit.Protocol.Healthcheck;

namespace Conduit.Controller.PublicApi;

/// <summary>What the controller knows of its own health.</summary>
internal sealed class SelfCheck(ClusterStore cluster, IClusterSource source, ProxyRoll roll, PrometheusClient? prometheus = null)
{
    private const int MostNames = 5;

    public async Task<SelfCheckResponse> HandleAsync(CancellationToken cancellationToken)
    {
        var response = new SelfCheckResponse { Results = { await CheckClusterAsync(cancellationToken), CheckProxies() } };

        if (prometheus is not null)
        {
            response.Results.Add(await CheckPrometheusAsync(prometheus, cancellationToken));
        }

        return response;
    }

    private static async Task<CheckResult> CheckPrometheusAsync(PrometheusClient prometheus, CancellationToken cancellationToken)
    {
        const string Description = "control plane can talk to Prometheus";

        try
        {
            await prometheus.QueryAsync("vector(1)", cancellationToken);
            return Result("prometheus", Description, fault: null);
        }
        catch (RpcException failure)
        {
            return Result("prometheus", Description, failure.Status.Detail);
        }
    }

    // Asked anew, because a source that hangs is noticed by those who follow it only after a while.
    private async Task<CheckResult> CheckClusterAsync(CancellationToken cancellationToken) => Result(
        source.Check.Subsystem,
        source.Check.Description,
        await source.ProbeAsync(cancellationToken) ?? cluster.Fault ?? (cluster.HasPicture ? null : "nothing was read yet"));

    private CheckResult CheckProxies()
    {
        var silent = roll.Silent();
        var more = silent.Length > MostNames ? $" and {silent.Length - MostNames} more" : "";

        return Result(
            "proxies",
            "every meshed pod's proxy is connected",
            silent.IsEmpty ? null : $"not connected: {string.Join(", ", silent.Take(MostNames))}{more}");
    }

    private static CheckResult Result(string subsystem, string description, string? fault) => new()
    {
        SubsystemName = subsystem,
        CheckDescription = description,
        Status = fault is null ? CheckStatus.Ok : CheckStatus.Fail,
        FriendlyMessageToUser = fault ?? "",
    };
}
