namespace Conduit.Grpc.Client;

/// <summary>How a call ended, and the metadata that came with it.</summary>
internal sealed record CallOutcome(Status Status, Metadata Trailers)
{
    public CallOutcome(Status status)
        : this(status, Metadata.Empty)
    {
    }

    public bool IsOk => Status.StatusCode == StatusCode.OK;
}
