using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>
/// Success or failure of a finished exchange: a reset stream failed; a gRPC call succeeded when its status is 0; anything else
/// failed when the HTTP status is 5xx.
/// </summary>
internal static class Classification
{
    private const int StatusOfReset = 500;
    private const int FirstServerError = 500;

    public static ResponseKey Of(Exchange exchange)
    {
        var statusClass = exchange.Status / 100;

        if (exchange.ResetCode is not null || exchange.Status == 0)
        {
            return new ResponseKey(IsSuccess: false, StatusOfReset, GrpcStatus: null, statusClass);
        }

        var isSuccess = exchange.GrpcStatus is { } grpcStatus ? grpcStatus == 0 : exchange.Status < FirstServerError;
        return new ResponseKey(isSuccess, exchange.Status, exchange.GrpcStatus, statusClass);
    }
}
