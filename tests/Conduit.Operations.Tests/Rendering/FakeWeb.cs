using System.Net;

namespace Conduit.Operations.Tests.Rendering;

/// <summary>Answers every request alike.</summary>
internal sealed class FakeWeb(HttpStatusCode status, string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
}
