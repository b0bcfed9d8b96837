namespace Conduit.Manifests;

public enum ImagePullPolicy
{
    IfNotPresent,
    Always,
    Never,
}
