using Conduit.Protocol.Destinations;
using Conduit.Proxy.Balancing;

namespace Conduit.Proxy.Discovery;

/// <summary>A destination as it is known now. One watch writes it; requests read it without a lock.</summary>
internal sealed class Destination(string path, EndpointFactory endpoints)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DestinationState _current = DestinationState.Unknown;
    private volatile bool _isWatched;

    /// <summary>The name or the address that the controller is asked for.</summary>
    public string Path { get; } = path;

    public DestinationState Current => _current;

    /// <summary>Ends when the controller has said something of it.</summary>
    public Task Answered => _answered.Task;

    /// <summary>False while the controller cannot be reached, when what is known here could not be had again.</summary>
    public bool IsWatched
    {
        get => _isWatched;
        set => _isWatched = value;
    }

    public void Apply(Update update, bool isFirst) => Set(_current.Apply(update, isFirst, endpoints));

    /// <summary>The controller refuses to look for it: it is neither a service's name nor an address.</summary>
    public void Refuse() => Set(DestinationState.Absent);

    private void Set(DestinationState next)
    {
        _current = next;
        _answered.TrySetResult();
    }
}
