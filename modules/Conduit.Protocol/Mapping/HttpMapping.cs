using Conduit.Protocol.Common;
using HttpMethod = Conduit.Protocol.Common.HttpMethod;

namespace Conduit.Protocol.Mapping;

/// <summary>Between the wire's methods and schemes and the words of HTTP.</summary>
public static class HttpMapping
{
    public static HttpMethod ToWireMethod(string method) =>
        Enum.TryParse<HttpMethod.Types.Registered>(method, ignoreCase: true, out var registered)
        && ToText(registered) == method
            ? new HttpMethod { Registered = registered }
            : new HttpMethod { Unregistered = method };

    public static string ToText(this HttpMethod method) => method.TypeCase == HttpMethod.TypeOneofCase.Unregistered
        ? method.Unregistered
        : ToText(method.Registered);

    // Methods are case-sensitive (RFC 9110 §9.1), so "get" is not GET and travels as text.
    private static string ToText(HttpMethod.Types.Registered registered) => registered.ToString().ToUpperInvariant();

    public static Scheme ToWireScheme(string scheme) => scheme.ToLowerInvariant() switch
    {
        "http" => new Scheme { Registered = Scheme.Types.Registered.Http },
        "https" => new Scheme { Registered = Scheme.Types.Registered.Https },
        _ => new Scheme { Unregistered = scheme },
    };

    public static string ToText(this Scheme scheme) => scheme.TypeCase == Scheme.TypeOneofCase.Unregistered
        ? scheme.Unregistered
        : scheme.Registered == Scheme.Types.Registered.Https ? "https" : "http";
}
