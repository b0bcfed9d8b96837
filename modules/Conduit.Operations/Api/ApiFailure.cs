using System.Net.Sockets;
using Conduit.Grpc;
using Conduit.Model.Failures;

namespace Conduit.Operations.Api;

/// <summary>The one place where a failed call becomes words that say what happened and what to do.</summary>
internal static class ApiFailure
{
    // The channel's words for an HTTP response without gRPC in it, as grpc-dotnet has them.
    private const string ForeignResponse = "Bad gRPC response";

    public static Exception Translate(RpcException failure, ApiLocation location, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(failure.Message, failure, cancellationToken);
        }

        if (Chain(failure).OfType<ConduitException>().FirstOrDefault() is { } explained)
        {
            return explained;
        }

        var at = location.ToString();

        return failure.StatusCode == StatusCode.DeadlineExceeded
            ? new ConduitException(
                "ApiTimeout",
                $"the mesh's API at {at} did not answer in time. See whether its controller is overloaded, or whether something else has that address.",
                failure)
            : TransportFailure(failure, location) ?? Answered(failure, at);
    }

    /// <summary>Null when the API itself answered.</summary>
    private static ConduitException? TransportFailure(RpcException failure, ApiLocation location)
    {
        var at = location.ToString();

        if (failure.Status.Detail.StartsWith(ForeignResponse, StringComparison.Ordinal))
        {
            return NotConduit(failure, location);
        }

        return Http(failure) switch
        {
            { HttpRequestError: HttpRequestError.NameResolutionError } =>
                new ConduitException("ApiHostUnknown", $"the host of {at} has no address. Check how it is spelled.", failure),
            { HttpRequestError: HttpRequestError.ConnectionError } when Refused(failure) => new ConduitException(
                "ApiRefused", $"nothing listens at {at}. Is the mesh still running? 'conduit dev status' lists those on this machine.", failure),
            { HttpRequestError: HttpRequestError.ConnectionError } => Unreachable(failure, at),
            { } => NotConduit(failure, location),
            null when Has<TimeoutException>(failure) => Unreachable(failure, at),
            null when failure.Status.DebugException is not null => new ConduitException(
                "ApiLost", $"the connection to the mesh's API at {at} broke: the controller went away. Try again once it is back.", failure),
            null => null,
        };
    }

    private static ConduitException Answered(RpcException failure, string at) => failure.StatusCode switch
    {
        StatusCode.InvalidArgument => new MisuseException("InvalidQuestion", failure.Status.Detail),
        StatusCode.NotFound => new ConduitException("NotFound", failure.Status.Detail, failure),
        StatusCode.Unimplemented => new ConduitException(
            "ApiUnimplemented", $"the mesh at {at} does not know this question. Compare the versions with 'conduit version'.", failure),
        _ => new ConduitException("ApiFailed", $"the mesh's API at {at} failed with {failure.StatusCode}: {failure.Status.Detail}", failure),
    };

    private static ConduitException Unreachable(RpcException failure, string at) =>
        new("ApiUnreachable", $"{at} cannot be reached. Check the address, and the network between here and there.", failure);

    // A port-forward into a pod succeeds whether something listens there or not; what follows tells.
    private static ConduitException NotConduit(RpcException failure, ApiLocation location) => location.Route is null
        ? new("NotConduit", $"what answers at {location} does not speak as a mesh's API does. The API is the controller's gRPC port, 8085 on a cluster.", failure)
        : new("ApiSilent", $"the controller's pod does not serve its API ({location}). See its log with 'kubectl logs', or wait until it has started.", failure);

    private static HttpRequestException? Http(RpcException failure) => Chain(failure).OfType<HttpRequestException>().FirstOrDefault();

    private static bool Refused(RpcException failure) =>
        Chain(failure).OfType<SocketException>().Any(socket => socket.SocketErrorCode == SocketError.ConnectionRefused);

    private static bool Has<TFailure>(RpcException failure)
        where TFailure : Exception => Chain(failure).OfType<TFailure>().Any();

    private static IEnumerable<Exception> Chain(RpcException failure)
    {
        for (var current = failure.Status.DebugException; current is not null; current = current.InnerException)
        {
            yield return current;
        }
    }
}
