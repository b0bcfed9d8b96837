namespace Conduit.Proxy.Telemetry;

/// <summary>What the responses to requests of one kind are counted by.</summary>
/// <param name="IsSuccess">By the rules of <see cref="Classification"/>.</param>
/// <param name="StatusCode">What the metrics page shows; 500 for a stream that was reset.</param>
/// <param name="GrpcStatus">Null when the response had none.</param>
/// <param name="StatusClass">1 to 5 by the response's head, 0 when the stream ended before it.</param>
internal readonly record struct ResponseKey(bool IsSuccess, int StatusCode, int? GrpcStatus, int StatusClass);
