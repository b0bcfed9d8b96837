using System.Net.Http.Headers;
using System.Text;

namespace Conduit.Kubernetes.Client;

/// <summary>A call to the API: method, place, questions and body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the API server's URL, without a slash at the start.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public string Accept { get; init; } = "application/json";

    /// <summary>What is null is left out.</summary>
    public IReadOnlyList<(string Key, string? Value)> Query { get; init; } = [];

    public byte[]? Body { get; init; }

    public string BodyType { get; init; } = "application/json";

    public static ApiRequest Get(string path, params IReadOnlyList<(string Key, string? Value)> query) => new(HttpMethod.Get, path) { Query = query };

    public Uri Under(Uri host)
    {
        var url = new StringBuilder(host.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append('/').Append(Path);
        var separator = '?';

        foreach (var (key, value) in Query)
        {
            if (value is not null)
            {
                url.Append(separator).Append(key).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return new Uri(url.ToString());
    }

    public HttpRequestMessage ToMessage(Uri host)
    {
        var message = new HttpRequestMessage(Method, Under(host))
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("conduit", typeof(ApiRequest).Assembly.GetName().Version?.ToString(3)));

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(BodyType);
        }

        return message;
    }
}
