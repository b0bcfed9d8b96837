using System.Globalization;

namespace Conduit.Operations.Tap;

/// <summary>gRPC's status codes by name, spelled as Go's <c>codes</c> package does.</summary>
public static class GrpcStatusNames
{
    private static readonly string[] Names =
    [
        "OK", "Canceled", "Unknown", "InvalidArgument", "DeadlineExceeded", "NotFound", "AlreadyExists", "PermissionDenied", "ResourceExhausted",
        "FailedPrecondition", "Aborted", "OutOfRange", "Unimplemented", "Internal", "Unavailable", "DataLoss", "Unauthenticated",
    ];

    public static string Of(uint status) => status < Names.Length
        ? Names[status]
        : string.Create(CultureInfo.InvariantCulture, $"Code({status})");
}
