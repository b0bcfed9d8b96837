namespace Conduit.Model.Failures;

/// <summary>An error that a proxy answers with in the application's place.</summary>
/// <param name="Code">Stable, <c>CDT</c> and four digits.</param>
/// <param name="Class">Its kind, as the header and the metric label spell it.</param>
/// <param name="HttpStatus">What an HTTP caller gets.</param>
/// <param name="GrpcStatus">What a gRPC caller gets, with HTTP 200.</param>
/// <param name="Explanation">For people.</param>
public sealed record ProxyError(string Code, ProxyErrorClass Class, int HttpStatus, int GrpcStatus, ProxyErrorExplanation Explanation)
{
    /// <summary>The response header that marks every response of the proxy's own.</summary>
    public const string HeaderName = "conduit-error";

    /// <summary>The header's value: code and class. Addresses stay in logs and taps.</summary>
    public string HeaderValue { get; } = $"{Code} {Class.Spelled()}";

    /// <summary>What happened, as the proxy logs it.</summary>
    public string Meaning => Explanation.Meaning;
}
