using Conduit.Model.Failures;
using Conduit.Operations.Tap;

namespace Conduit.PowerShell.Objects;

/// <summary>An error that proxies answer with.</summary>
public sealed record ErrorCode
{
    /// <summary>Such as <c>CDT</c> and four digits; the first word of the header <c>conduit-error</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its kind; the second word of the header.</summary>
    public required string Class { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>Such as <c>Unavailable</c>.</summary>
    public required string GrpcStatus { get; init; }

    /// <summary>What happened.</summary>
    public required string Meaning { get; init; }

    /// <summary>Who failed.</summary>
    public required string Culprit { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    internal static ErrorCode Of(ProxyError error) => new()
    {
        Code = error.Code,
        Class = error.Class.Spelled(),
        HttpStatus = error.HttpStatus,
        GrpcStatus = GrpcStatusNames.Of((uint)error.GrpcStatus),
        Meaning = error.Meaning,
        Culprit = error.Explanation.Culprit,
        Remedy = error.Explanation.Remedy,
    };
}
