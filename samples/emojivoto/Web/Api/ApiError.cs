namespace Emojivoto.Web.Api;

/// <summary>Why a request failed.</summary>
/// <param name="Error">For people.</param>
/// <param name="GrpcStatus">The status with which a service answered, such as "Unavailable"; null when none was to blame.</param>
internal sealed record ApiError(string Error, string? GrpcStatus = null);
