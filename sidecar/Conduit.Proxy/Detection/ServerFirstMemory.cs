using System.Net;

namespace Conduit.Proxy.Detection;

/// <summary>Destinations whose servers speak first, so that their next clients do not wait. Belongs to one loop.</summary>
internal sealed class ServerFirstMemory(int capacity = 1024)
{
    private readonly HashSet<IPEndPoint> _known = [];
    private readonly Queue<IPEndPoint> _oldest = new();

    public bool Knows(IPEndPoint destination) => _known.Contains(destination);

    public void Learn(IPEndPoint destination)
    {
        if (!_known.Add(destination))
        {
            return;
        }

        _oldest.Enqueue(destination);

        if (_oldest.Count > capacity)
        {
            _known.Remove(_oldest.Dequeue());
        }
    }
}
