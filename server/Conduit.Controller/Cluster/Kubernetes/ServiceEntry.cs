using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>What is kept of a service: all but its endpoints, which slices tell. As long as nothing changes it shows the same object.</summary>
internal sealed class ServiceEntry(Service service)
{
    private IReadOnlyList<SliceEntry> _slices = [];
    private Service? _shown;

    public Service ShowWith(IReadOnlyList<SliceEntry> slices)
    {
        if (_shown is null || !_slices.SequenceEqual(slices))
        {
            (_slices, _shown) = (slices, ServiceEndpoints.Fill(service, slices));
        }

        return _shown;
    }
}
