namespace Conduit.Operations.Dev.Planning;

/// <summary>Whether a container runs again after it ended (core/v1 PodSpec.restartPolicy).</summary>
internal enum RestartPolicy
{
    Always,
    OnFailure,
    Never,
}
