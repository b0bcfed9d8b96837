namespace Conduit.Grpc.Client;

/// <summary>What the request stream needs of its call.</summary>
internal interface IClientCall
{
    WriteOptions? WriteOptions { get; }

    /// <summary>Cancelled when the call ended, from whichever side.</summary>
    CancellationToken Ended { get; }

    void ThrowIfEnded();

    /// <summary>Lets a token of one operation cancel the call, for as long as the registration lives.</summary>
    CancellationTokenRegistration CancelWith(CancellationToken cancellationToken);

    /// <summary>What a failed write is to throw.</summary>
    Task<Exception> FailWriteAsync(Exception failure);
}
