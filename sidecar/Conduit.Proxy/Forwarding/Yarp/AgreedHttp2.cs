using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>What a connection looks like to Kestrel after TLS agreed on HTTP/2. There is no TLS here, only prior knowledge.</summary>
internal sealed class AgreedHttp2 : ITlsConnectionFeature, ITlsApplicationProtocolFeature
{
    private static readonly byte[] Alpn = "h2"u8.ToArray();

    public static AgreedHttp2 Instance { get; } = new();

    public ReadOnlyMemory<byte> ApplicationProtocol => Alpn;

    public X509Certificate2? ClientCertificate { get; set; }

    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
}
