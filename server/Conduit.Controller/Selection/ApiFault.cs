using Conduit.Grpc;

namespace Conduit.Controller.Selection;

/// <summary>What the API answers when it cannot do as asked.</summary>
internal static class ApiFault
{
    public static RpcException Invalid(string message) => new(new Status(StatusCode.InvalidArgument, message));

    public static RpcException NotFound(string message) => new(new Status(StatusCode.NotFound, message));

    public static RpcException Unavailable(string message) => new(new Status(StatusCode.Unavailable, message));

    /// <summary>Nothing can be answered before there is a picture of the cluster.</summary>
    public static RpcException NotReady(string? fault) =>
        Unavailable($"The controller has no picture of the cluster yet{(fault is null ? "." : $": {fault}")}");
}
