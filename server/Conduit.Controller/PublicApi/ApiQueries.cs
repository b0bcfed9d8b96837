using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.PublicApi.Stats;

namespace Conduit.Controller.PublicApi;

/// <summary>What answers questions about the cluster.</summary>
internal sealed record ApiQueries(StatSummaryHandler Stats, EdgeHandler Edges, PodList Pods, EndpointList Endpoints);
