using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Conduit.Grpc;

namespace Emojivoto.Service.Rpc;

/// <summary>Counts the calls that this service took, under the names that gRPC servers commonly give to Prometheus.</summary>
internal sealed class RpcCounts
{
    private readonly ConcurrentDictionary<string, long> _started = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _handled = new(StringComparer.Ordinal);

    public UnaryServerMethod<TRequest, TResponse> Counted<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class
    {
        var labels = $"grpc_type=\"unary\",grpc_service=\"{method.ServiceName}\",grpc_method=\"{method.Name}\"";

        return async (request, context) =>
        {
            var code = StatusCode.Unknown;
            Increment(_started, labels);
            try
            {
                var response = await handler(request, context);
                code = StatusCode.OK;
                return response;
            }
            catch (RpcException failure)
            {
                code = failure.StatusCode;
                throw;
            }
            finally
            {
                Increment(_handled, $"{labels},grpc_code=\"{code}\"");
            }
        };
    }

    public string ToPrometheusText()
    {
        var text = new StringBuilder();

        // Ended ones first, so that a call in between cannot show as ended without having begun.
        Append(text, "grpc_server_handled_total", "Calls that ended, by their status code.", _handled);
        Append(text, "grpc_server_started_total", "Calls that began.", _started);
        return text.ToString();
    }

    private static void Increment(ConcurrentDictionary<string, long> counts, string labels) =>
        counts.AddOrUpdate(labels, 1, (_, count) => count + 1);

    private static void Append(StringBuilder text, string name, string help, ConcurrentDictionary<string, long> counts)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} counter\n");
        foreach (var (labels, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {count}\n");
        }
    }
}
