namespace Conduit.Grpc;

/// <summary>How a channel behaves.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>
    /// What sends the requests, such as a <see cref="SocketsHttpHandler"/> with keep-alive pings. Default: one made for the channel.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>
    /// Whether disposing the channel disposes <see cref="HttpHandler"/>. Default false; the channel's own handler always goes with it.
    /// </summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>The largest response message in bytes. Default 4 MB; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = Framing.MessageLimits.DefaultReceive;

    /// <summary>The largest request message in bytes. Default null, no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>
    /// Whether a cancelled or timed-out call throws <see cref="OperationCanceledException"/> in place of
    /// <see cref="RpcException"/>. Default false.
    /// </summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>The clock of deadlines. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
