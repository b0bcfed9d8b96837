namespace Conduit.Manifests;

public enum InjectOutcome
{
    Skipped,
    Injected,
    Uninjected,
}
