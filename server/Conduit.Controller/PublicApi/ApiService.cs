using Conduit.Controller.Cluster;
using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.Selection;
using Conduit.Controller.Settings;
using Conduit.Controller.Taps;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Conduit.Controller.PublicApi;

/// <summary>Serves <c>conduit.public.Api</c>: what the command line, the cmdlets and the dashboard ask.</summary>
internal sealed class ApiService(ClusterStore cluster, ApiQueries queries, SelfCheck selfCheck, TapHandler taps)
{
    public ServerServiceDefinition Bind()
    {
        var service = ServerServiceDefinition.CreateBuilder();
        AddQuery<StatSummaryRequest, StatSummaryResponse>(service, ApiMethods.StatSummary, queries.Stats.HandleAsync);
        AddQuery<ListPodsRequest, ListPodsResponse>(service, ApiMethods.ListPods, (request, _) => Task.FromResult(queries.Pods.Handle(request)));
        AddQuery<EndpointsRequest, EndpointsResponse>(service, ApiMethods.Endpoints, (request, _) => Task.FromResult(queries.Endpoints.Handle(request)));
        AddQuery<EdgesRequest, EdgesResponse>(service, ApiMethods.Edges, (request, _) => Task.FromResult(Edges(request)));
        AddUnary<VersionRequest, VersionInfo>(service, ApiMethods.Version, (_, _) => Task.FromResult(Version()));
        AddUnary<SelfCheckRequest, SelfCheckResponse>(service, ApiMethods.SelfCheck, (_, cancellation) => selfCheck.HandleAsync(cancellation));

        return service
            .AddMethod(GrpcMethod.Create<TapByResourceRequest, TapEvent>(ApiMethods.TapByResource), TapAsync)
            .Build();
    }

    private static VersionInfo Version() => new()
    {
        ReleaseVersion = ControllerVersion.Release,
        RuntimeVersion = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
    };

    private EdgesResponse Edges(EdgesRequest request) => EdgeMapping.ToWire(queries.Edges.Handle(EdgeMapping.Read(request)));

    private Task TapAsync(TapByResourceRequest request, IServerStreamWriter<TapEvent> events, ServerCallContext context)
    {
        DemandPicture();
        return taps.HandleAsync(request, events, context);
    }

    // A question about the cluster, which is better refused than answered from nothing.
    private void AddQuery<TRequest, TResponse>(
        ServerServiceDefinition.Builder service, MethodDescriptor method, Func<TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        AddUnary<TRequest, TResponse>(service, method, (request, cancellation) =>
        {
            DemandPicture();
            return answer(request, cancellation);
        });

    private static void AddUnary<TRequest, TResponse>(
        ServerServiceDefinition.Builder service, MethodDescriptor method, Func<TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        service.AddMethod(GrpcMethod.Create<TRequest, TResponse>(method), (request, context) => answer(request, context.CancellationToken));

    private void DemandPicture()
    {
        if (!cluster.HasPicture)
        {
            throw ApiFault.NotReady(cluster.Fault);
        }
    }
}
