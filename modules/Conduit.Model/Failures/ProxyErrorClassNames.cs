namespace Conduit.Model.Failures;

/// <summary>How headers and metric labels spell the classes of errors.</summary>
public static class ProxyErrorClassNames
{
    public static string Spelled(this ProxyErrorClass errorClass) => errorClass switch
    {
        ProxyErrorClass.BadRequest => "bad-request",
        _ => errorClass.ToString().ToLowerInvariant(),
    };
}
