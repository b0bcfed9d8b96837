namespace Conduit.Grpc.Tests.Interop;

/// <summary>A fact that needs node; without it the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InteropFactAttribute : FactAttribute
{
    public InteropFactAttribute()
    {
        Skip = NodeTools.Missing;
    }
}
