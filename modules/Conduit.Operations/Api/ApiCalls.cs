using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Api;

/// <summary>The API's methods, made when first used: most verbs need one of them.</summary>
internal static class ApiCalls
{
    public static Method<StatSummaryRequest, StatSummaryResponse> StatSummary =>
        GrpcMethod.Create<StatSummaryRequest, StatSummaryResponse>(ApiMethods.StatSummary);

    public static Method<ListPodsRequest, ListPodsResponse> ListPods =>
        GrpcMethod.Create<ListPodsRequest, ListPodsResponse>(ApiMethods.ListPods);

    public static Method<EndpointsRequest, EndpointsResponse> Endpoints =>
        GrpcMethod.Create<EndpointsRequest, EndpointsResponse>(ApiMethods.Endpoints);

    public static Method<EdgesRequest, EdgesResponse> Edges =>
        GrpcMethod.Create<EdgesRequest, EdgesResponse>(ApiMethods.Edges);

    public static Method<VersionRequest, VersionInfo> Version =>
        GrpcMethod.Create<VersionRequest, VersionInfo>(ApiMethods.Version);

    public static Method<SelfCheckRequest, SelfCheckResponse> SelfCheck =>
        GrpcMethod.Create<SelfCheckRequest, SelfCheckResponse>(ApiMethods.SelfCheck);

    public static Method<TapByResourceRequest, TapEvent> TapByResource =>
        GrpcMethod.Create<TapByResourceRequest, TapEvent>(ApiMethods.TapByResource);
}
