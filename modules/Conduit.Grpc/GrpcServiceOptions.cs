using System.IO.Compression;

namespace Conduit.Grpc;

/// <summary>How the gRPC server behaves.</summary>
public class GrpcServiceOptions
{
    /// <summary>The largest request message in bytes. Default 4 MB; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = Framing.MessageLimits.DefaultReceive;

    /// <summary>The largest response message in bytes. Default null, no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Whether the text of a handler's unexpected exception goes to the client. Default false.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>The encoding of responses where the client accepts it: <c>gzip</c>. Default null, none.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed. Default <see cref="CompressionLevel.Fastest"/>.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>Whether calls of unknown services go to the application's other endpoints in place of UNIMPLEMENTED. Default false.</summary>
    public bool? IgnoreUnknownServices { get; set; }
}
