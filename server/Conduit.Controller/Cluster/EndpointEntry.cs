using System.Net;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>An address behind a service's port, and the pod that stands there, if one does.</summary>
internal sealed record EndpointEntry(IPEndPoint Address, Pod? Pod, bool Ready);
