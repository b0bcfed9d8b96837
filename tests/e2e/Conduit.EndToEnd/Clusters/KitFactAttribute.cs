namespace Conduit.EndToEnd.Clusters;

/// <summary>A test that reaches into the node, which only the cluster kit allows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KitFactAttribute : FactAttribute
{
    public KitFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CONDUIT_CLUSTER_KIT") is not { Length: > 0 })
        {
            Skip = "needs the cluster kit that CONDUIT_CLUSTER_KIT names";
        }
    }
}
