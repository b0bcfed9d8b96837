using System.Net.Http.Json;
using System.Text.Json;
using Conduit.TestPod.Calls;
using Conduit.TestPod.Load;
using Conduit.TestPod.Servers;

namespace Conduit.EndToEnd.Meshes;

/// <summary>Makes a test pod call and dial, over the port that is not in the mesh.</summary>
internal sealed class TestPodClient(string address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new UriBuilder("http", address, PodPorts.Control).Uri,
        Timeout = TimeSpan.FromSeconds(40),
    };

    public string Address => address;

    public async Task<CallResult> CallAsync(string url) => (await _client.GetFromJsonAsync<CallResult>($"/call?url={Uri.EscapeDataString(url)}"))!;

    /// <summary>Calls another test pod and gives what that one saw of the call.</summary>
    public async Task<Visit> VisitAsync(string url)
    {
        var result = await CallAsync(url);
        Assert.True(result.Succeeded, $"{url} gave {result}");
        return JsonSerializer.Deserialize<Visit>(result.Body, JsonSerializerOptions.Web)!;
    }

    /// <summary>The first line that a server says, after it was told <paramref name="say"/>.</summary>
    public Task<string> DialAsync(string host, int port, string? say = null) =>
        _client.GetStringAsync($"/dial?host={host}&port={port}{(say is null ? "" : $"&say={say}")}");

    public async Task StartLoadAsync(string url, int callsPerSecond) =>
        (await _client.PostAsync($"/load?url={Uri.EscapeDataString(url)}&rps={callsPerSecond}", content: null)).EnsureSuccessStatusCode();

    public async Task<LoadCounts> TakeCountsAsync()
    {
        using var answer = await _client.PostAsync("/load/take", content: null);
        return (await answer.Content.ReadFromJsonAsync<LoadCounts>())!;
    }

    public async Task StopLoadAsync() => (await _client.DeleteAsync("/load")).EnsureSuccessStatusCode();

    public void Dispose() => _client.Dispose();
}
