using System.Diagnostics.CodeAnalysis;

namespace Conduit.Grpc;

/// <summary>What the caller wants of one call.</summary>
/// <param name="headers">Metadata that goes with the request.</param>
/// <param name="deadline">When the call ends at the latest, in UTC; null for never.</param>
/// <param name="cancellationToken">Cancels the call.</param>
/// <param name="writeOptions">How requests are written.</param>
[method: SuppressMessage("Design", "CA1068", Justification = "The order is that of the library that this one stands in for.")]
public readonly struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null) : IEquatable<CallOptions>
{
    public Metadata? Headers { get; } = headers;

    public DateTime? Deadline { get; } = deadline;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public WriteOptions? WriteOptions { get; } = writeOptions;

    public static bool operator ==(CallOptions left, CallOptions right) => left.Equals(right);

    public static bool operator !=(CallOptions left, CallOptions right) => !left.Equals(right);

    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken, WriteOptions);

    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken, WriteOptions);

    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => new(Headers, Deadline, cancellationToken, WriteOptions);

    public CallOptions WithWriteOptions(WriteOptions writeOptions) => new(Headers, Deadline, CancellationToken, writeOptions);

    public bool Equals(CallOptions other) =>
        (Headers, Deadline, CancellationToken, WriteOptions) == (other.Headers, other.Deadline, other.CancellationToken, other.WriteOptions);

    public override bool Equals(object? obj) => obj is CallOptions other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Headers, Deadline, CancellationToken, WriteOptions);
}
