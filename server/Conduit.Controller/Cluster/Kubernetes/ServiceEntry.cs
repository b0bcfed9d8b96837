using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>What is kept of a service: all but its endpoints, which slices tell. As long as nothing changes it shows the same object.</summary>
internal sealed class ServiceEntry(Service service)
{
    private IReadOnlyList<SliceEntry> _slices = [];
    private IReadOnlyList<string> _unheard = [];
    private Service? _shown;

    /// <param name="slices">The endpoints.</param>
    /// <param name="isWell">Whether a pod of this name is well, though a slice does not call it ready.</param>
    public Service ShowWith(IReadOnlyList<SliceEntry> slices, Predicate<string> isWell)
    {
        string[] unheard =
        [
            .. from slice in slices
               from address in slice.Addresses
               where address is { Readiness: Readiness.NotReady, Pod: not null } && isWell(address.Pod)
               select address.Pod,
        ];

        if (_shown is null || !_slices.SequenceEqual(slices) || !_unheard.SequenceEqual(unheard))
        {
            (_slices, _unheard, _shown) = (slices, unheard, ServiceEndpoints.Fill(service, slices, unheard));
        }

        return _shown;
    }
}
