using System.Collections.Concurrent;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Conduit.Testing.Api;

/// <summary>Answers from the mesh, after noting the question.</summary>
internal sealed class FakeApiService(FakeMesh mesh, ConcurrentQueue<object> questions)
{
    private readonly ServerServiceDefinition.Builder _methods = ServerServiceDefinition.CreateBuilder();

    public ServerServiceDefinition Definition()
    {
        Add<StatSummaryRequest, StatSummaryResponse>(ApiMethods.StatSummary, mesh.StatSummary);
        Add<ListPodsRequest, ListPodsResponse>(ApiMethods.ListPods, mesh.ListPods);
        Add<EndpointsRequest, EndpointsResponse>(ApiMethods.Endpoints, mesh.FindEndpoints);
        Add<EdgesRequest, EdgesResponse>(ApiMethods.Edges, mesh.FindEdges);
        Add<VersionRequest, VersionInfo>(ApiMethods.Version, _ => mesh.Version);
        Add<SelfCheckRequest, SelfCheckResponse>(ApiMethods.SelfCheck, _ => new SelfCheckResponse { Results = { mesh.Checks } });
        _methods.AddMethod(
            GrpcMethod.Create<TapByResourceRequest, TapEvent>(ApiMethods.TapByResource),
            (TapByResourceRequest request, IServerStreamWriter<TapEvent> events, ServerCallContext context) =>
            {
                questions.Enqueue(request);
                return mesh.TapAsync(events, context.CancellationToken);
            });
        return _methods.Build();
    }

    private void Add<TRequest, TResponse>(MethodDescriptor method, Func<TRequest, TResponse> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        _methods.AddMethod(GrpcMethod.Create<TRequest, TResponse>(method), (TRequest request, ServerCallContext _) =>
        {
            questions.Enqueue(request);
            return mesh.Failure is { } failure ? Task.FromException<TResponse>(new RpcException(failure)) : Task.FromResult(answer(request));
        });
}
