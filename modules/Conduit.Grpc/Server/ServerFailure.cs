namespace Conduit.Grpc.Server;

/// <summary>The funnel of the server: whatever a handler threw becomes the status that its client sees.</summary>
internal static class ServerFailure
{
    public static readonly Status Expired = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    public static Status ToStatus(Exception failure, HttpServerCallContext context, GrpcServer server)
    {
        switch (failure)
        {
            case OperationCanceledException when context.IsExpired:
                return Expired;

            case ClientGoneException:
            case OperationCanceledException or IOException when context.CancellationToken.IsCancellationRequested:
                GrpcServerLog.CallCancelled(server.Logger, context.Method);
                return new Status(StatusCode.Cancelled, "The client ended the call.", failure);

            case RpcException rpc:
                GrpcServerLog.CallFailed(server.Logger, context.Method, rpc.StatusCode, rpc.Status.Detail);
                foreach (var entry in rpc.Trailers)
                {
                    context.ResponseTrailers.Add(entry);
                }

                return rpc.Status;

            default:
                GrpcServerLog.HandlerFailed(server.Logger, context.Method, failure);
                return new Status(StatusCode.Unknown, Describe(failure, server), failure);
        }
    }

    private static string Describe(Exception failure, GrpcServer server) => server.Options.EnableDetailedErrors == true
        ? $"Exception was thrown by handler. {failure.GetType().Name}: {failure.Message}"
        : "Exception was thrown by handler.";
}
