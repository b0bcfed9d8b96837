using System.Text.Json;
using Conduit.Controller.Selection;
using Conduit.Grpc;

namespace Conduit.Controller.Prometheus;

/// <summary>Asks a Prometheus, or anything that speaks its HTTP API, for values as they are now.</summary>
/// <param name="address">Where it answers; <c>/api/v1/query</c> follows.</param>
/// <param name="http">Carries the requests.</param>
internal sealed class PrometheusClient(Uri address, HttpClient http)
{
    private readonly Uri _query = new($"{address.AbsoluteUri.TrimEnd('/')}/api/v1/query");

    /// <summary>Evaluates an expression that gives an instant vector.</summary>
    /// <exception cref="RpcException">UNAVAILABLE when it cannot be asked, or refuses.</exception>
    public async Task<IReadOnlyList<PrometheusSample>> QueryAsync(string expression, CancellationToken cancellationToken)
    {
        try
        {
            using var question = new FormUrlEncodedContent([new("query", expression)]);
            using var response = await http.PostAsync(_query, question, cancellationToken);
            using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Read(json.RootElement);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unavailable(failure is JsonException ? "what it said is not JSON" : failure.Message);
        }
    }

    private List<PrometheusSample> Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("status", out var status) || status.GetString() != "success")
        {
            throw Unavailable(answer.TryGetProperty("error", out var error) ? error.GetString()! : "it gave no reason");
        }

        return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray().Select(PrometheusSample.Read)];
    }

    private RpcException Unavailable(string reason) => ApiFault.Unavailable($"Prometheus at {address} did not answer: {reason}");
}
