using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Server;

/// <summary>The requests of a call.</summary>
internal sealed class ServerStreamReader<TRequest>(MessageReader<TRequest> reader, HttpServerCallContext context) : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private TRequest? _current;
    private bool _isComplete;

    public TRequest Current => _current ?? throw new InvalidOperationException("No current element is available.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (_isComplete)
        {
            return false;
        }

        using var registration = context.CancelWith(cancellationToken);
        try
        {
            _current = await reader.ReadAsync(context.CancellationToken);
        }
        catch (IOException failure)
        {
            throw new ClientGoneException(failure);
        }

        _isComplete = _current is null;
        return !_isComplete;
    }
}
