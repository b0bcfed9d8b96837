namespace Conduit.Controller.Web;

internal static class WebPaths
{
    /// <summary>What lies below it changes only with a new version in its name.</summary>
    public const string Api = "/api/v1";
}
