using Conduit.Model.Addresses;
using Conduit.Operations.Api;

namespace Conduit.Operations.Dashboard;

/// <summary>Which dashboard, and where it is wanted.</summary>
public sealed record DashboardRequest
{
    public ApiOptions Mesh { get; init; } = new();

    /// <summary>The local port; null for any that is free.</summary>
    public Port? Port { get; init; }
}
