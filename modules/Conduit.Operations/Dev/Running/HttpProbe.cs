using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Running;

/// <summary>Ready when <c>/ready</c> on that loopback port says so.</summary>
internal sealed class HttpProbe(HttpClient client, Port port) : ReadinessProbe
{
    private readonly Uri _address = new($"http://127.0.0.1:{port}/ready");

    protected override async Task<bool> CheckAsync(TimeSpan running, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(_address, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
