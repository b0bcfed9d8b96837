using System.Diagnostics;
using System.Globalization;
using Conduit.FleetLoad.Fleet;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.FleetLoad.Observation;

/// <summary>Asks the controller as people do, and times the answers.</summary>
internal sealed class Questions(FleetController controller) : IDisposable
{
    private const string QuietRow = "api/v1/watch?q=stat%3Fkind%3Ddeployment%26namespace%3Dquiet";

    private static readonly Method<StatSummaryRequest, StatSummaryResponse> StatSummary =
        GrpcMethod.Create<StatSummaryRequest, StatSummaryResponse>(ApiMethods.StatSummary);

    private readonly GrpcChannel _api = GrpcChannel.ForAddress(controller.Api, new GrpcChannelOptions());
    private readonly HttpClient _web = new() { BaseAddress = controller.Web };

    /// <summary>What <c>conduit stat deployments</c> over all namespaces waits for.</summary>
    public async Task<TimeSpan> TimeStatAsync(int rows)
    {
        var request = new StatSummaryRequest
        {
            Selector = new ResourceSelection { Resource = new Resource { Type = "deployment" } },
            TimeWindow = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)),
        };
        var since = Stopwatch.GetTimestamp();
        using var call = _api.CreateCallInvoker().AsyncUnaryCall(StatSummary, null, new CallOptions(), request);
        var answer = await call.ResponseAsync;
        var took = Stopwatch.GetElapsedTime(since);
        var told = answer.StatTables.Sum(table => table.Rows.Count);
        return told == rows ? took : throw new InvalidOperationException($"stat told of {told} deployments, not of {rows}");
    }

    /// <summary>From a report to the event that shows it on a page.</summary>
    public async Task<TimeSpan> TimeUpdateAsync(RunningFleet fleet)
    {
        using var response = await _web.GetAsync(new Uri(QuietRow, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        await NextAsync(events);
        var since = Stopwatch.GetTimestamp();
        await fleet.CountQuietlyAsync();
        await NextAsync(events);
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>The objects that the controller holds, in MB.</summary>
    public async Task<double> HeapAsync()
    {
        const string Name = "dotnet_gc_heap_size_bytes ";
        var page = await _web.GetStringAsync(new Uri(controller.Admin, "metrics"));
        var line = page.Split('\n').Single(line => line.StartsWith(Name, StringComparison.Ordinal));
        return double.Parse(line[Name.Length..], CultureInfo.InvariantCulture) / 1e6;
    }

    public void Dispose()
    {
        _api.Dispose();
        _web.Dispose();
    }

    private static async Task NextAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new HttpIOException(HttpRequestError.ResponseEnded, "the watch ended");
    }
}
