using System.Net;
using System.Text.Json;
using Conduit.Controller.Listeners;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>Asks the dashboard's port as a browser does.</summary>
internal sealed class WebPage(RunningController controller)
{
    public async Task<JsonElement> AskAsync(string question)
    {
        var (status, body) = await GetAsync($"/api/v1/{question}");
        Assert.True(status == HttpStatusCode.OK, $"{question}: {status} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>What it is refused with.</summary>
    public async Task<(HttpStatusCode Status, string Error)> RefusedAsync(string question)
    {
        var (status, body) = await GetAsync($"/api/v1/{question}");
        return (status, JsonDocument.Parse(body).RootElement.GetProperty("error").GetString()!);
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? host = null, string? site = null)
    {
        using var response = await SendAsync(path, host, site);
        return (response.StatusCode, await Eventually.Ends(response.Content.ReadAsStringAsync()));
    }

    /// <summary>Returns when the headers are there.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string? host = null, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, controller.Url(Listener.Web, path));
        request.Headers.Host = host;

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await Eventually.Ends(controller.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    public async Task<WebEvents> OpenAsync(string stream) => await WebEvents.OpenAsync(await SendAsync($"/api/v1/{stream}"));
}
