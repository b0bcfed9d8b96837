namespace Conduit.Grpc.Client;

/// <summary>The funnel of the client: whatever a call threw becomes its outcome.</summary>
internal static class ClientFailure
{
    public static CallOutcome ToOutcome(Exception failure, CallLifetime lifetime) => failure switch
    {
        RpcException rpc => new CallOutcome(rpc.Status, rpc.Trailers),
        _ when lifetime.Verdict is { } verdict => verdict,
        _ => new CallOutcome(ToStatus(failure, lifetime)),
    };

    private static Status ToStatus(Exception failure, CallLifetime lifetime) => FindReset(failure) switch
    {
        { } reset => ToStatus(reset, failure, lifetime),
        null => new Status(
            IsOfConnection(failure) ? StatusCode.Unavailable : StatusCode.Internal,
            $"Error starting or running gRPC call. {Describe(failure)}",
            failure),
    };

    // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#errors
    private static Status ToStatus(HttpProtocolException reset, Exception failure, CallLifetime lifetime)
    {
        var code = (Http2Error)reset.ErrorCode switch
        {
            Http2Error.RefusedStream => StatusCode.Unavailable,

            // A server whose clock runs ahead of ours resets first; the reason is the deadline all the same.
            Http2Error.Cancel when lifetime.Deadline.HasPassed => StatusCode.DeadlineExceeded,
            Http2Error.Cancel => StatusCode.Cancelled,
            Http2Error.EnhanceYourCalm => StatusCode.ResourceExhausted,
            Http2Error.InadequateSecurity => StatusCode.PermissionDenied,
            Http2Error.StreamClosed or Http2Error.Http11Required => StatusCode.Unknown,
            _ => StatusCode.Internal,
        };

        return new Status(code, $"The server reset the call. {Describe(reset)}", failure);
    }

    // A cancellation that is not ours is the handler's way of saying that connecting took too long, or that the connection broke.
    private static bool IsOfConnection(Exception failure) => failure is HttpRequestException or IOException or OperationCanceledException;

    private static HttpProtocolException? FindReset(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (current is HttpProtocolException reset)
            {
                return reset;
            }
        }

        return null;
    }

    private static string Describe(Exception failure) => failure.InnerException is { } inner
        ? $"{failure.GetType().Name}: {failure.Message} {inner.GetType().Name}: {inner.Message}"
        : $"{failure.GetType().Name}: {failure.Message}";
}
