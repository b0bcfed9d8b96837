namespace Conduit.Controller.Web.Safety;

/// <summary>
/// Browsers say whose page a request comes from (the header <c>Sec-Fetch-Site</c>). A page of another site cannot read what is answered
/// here, but it could use up the event streams; so it gets none of the data.
/// </summary>
internal static class ForeignPages
{
    public const string Refusal = "Only the dashboard's own pages may ask for data.\n";

    private const string Header = "Sec-Fetch-Site";

    public static bool IsAsking(HttpRequest request) =>
        request.Headers[Header].ToString() is "cross-site" or "same-site" && request.Path.StartsWithSegments(WebPaths.Api);
}
