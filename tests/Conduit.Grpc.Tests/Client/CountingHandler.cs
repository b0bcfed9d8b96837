namespace Conduit.Grpc.Tests.Client;

/// <summary>Counts the bytes of bodies on their way.</summary>
internal sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    public long RequestBytes { get; private set; }

    public long ResponseBytes { get; private set; }

    public string? ResponseEncoding { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Content!.Headers.ToList();
        var body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        RequestBytes = body.Length;
        request.Content = new ByteArrayContent(body);
        headers.ForEach(header => request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value));

        var response = await base.SendAsync(request, cancellationToken);
        ResponseEncoding = response.Headers.TryGetValues("grpc-encoding", out var values) ? values.Single() : null;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        ResponseBytes = response.Content.Headers.ContentLength ?? 0;
        return response;
    }
}
