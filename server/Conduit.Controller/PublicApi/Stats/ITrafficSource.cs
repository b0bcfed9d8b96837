using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>Where answers about traffic come from: the controller's own ring, or a Prometheus that the operator named.</summary>
internal interface ITrafficSource
{
    /// <summary>Holds at least what the table of <paramref name="kind"/> needs to answer <paramref name="query"/>.</summary>
    ValueTask<ITrafficWindow> OpenAsync(StatQuery query, ResourceKind kind, CancellationToken cancellationToken);
}
