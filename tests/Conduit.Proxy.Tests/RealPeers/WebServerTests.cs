using System.Globalization;
using System.Net;
using Conduit.Proxy.Tests.Contract;

namespace Conduit.Proxy.Tests.RealPeers;

public sealed class WebServerTests
{
    private static readonly (string Path, string[] Arguments)[] Requests =
    [
        ("/file", []),
        ("/file", ["--head"]),
        ("/file", ["--range", "1000-2000000"]),
        ("/file", ["--compressed", "--header", "If-None-Match: \"other\""]),
        ("/missing", []),
    ];

    public static TheoryData<string, string, string> Cases => new()
    {
        { Way.Outbound, "", "--http1.1" },
        { Way.Both, "", "--http1.1" },
        { Way.Outbound, "http2", "--http2-prior-knowledge" },
        { Way.Both, "http2", "--http2-prior-knowledge" },
    };

    [InstalledTheory(Curl.Program, "nginx")]
    [MemberData(nameof(Cases))]
    public async Task Nginx_answers_as_without_proxies(string kind, string protocol, string version)
    {
        await using var server = await NginxAsync(protocol);
        await using var way = await Way.ToAsync(server.Address, kind);

        foreach (var (path, arguments) in Requests)
        {
            Assert.Equal(
                await Curl.AskAsync(server.Address, path, [version, .. arguments]),
                await Curl.AskAsync(way.Entrance, path, [version, .. arguments]));
        }
    }

    [InstalledTheory(Curl.Program, "nginx", "haproxy")]
    [InlineData(Way.Outbound, "", "")]
    [InlineData(Way.Both, "", "")]
    [InlineData(Way.Outbound, "http2", "proto h2")]
    [InlineData(Way.Both, "http2", "proto h2")]
    public async Task HAProxy_reaches_nginx_as_without_proxies(string kind, string protocolOfNginx, string protocolOfHAProxy)
    {
        await using var server = await NginxAsync(protocolOfNginx);
        await using var way = await Way.ToAsync(server.Address, kind);
        await using var haproxy = await HAProxyAsync(server.Address, way.Entrance, protocolOfHAProxy);

        foreach (var (path, arguments) in Requests)
        {
            Assert.Equal(
                await Curl.AskAsync(haproxy.Address, path, [.. arguments, "--header", "X-Way: straight"]),
                await Curl.AskAsync(haproxy.Address, path, [.. arguments, "--header", "X-Way: meshed"]));
        }
    }

    [InstalledTheory(Curl.Program, "haproxy")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task HAProxy_answers_as_without_proxies(string kind)
    {
        await using var server = await HAProxyAsync(new IPEndPoint(IPAddress.Loopback, 9), new IPEndPoint(IPAddress.Loopback, 9), "");
        await using var way = await Way.ToAsync(server.Address, kind);

        foreach (var version in new[] { "--http1.0", "--http1.1", "--http2-prior-knowledge" })
        {
            Assert.Equal(await Curl.AskAsync(server.Address, "/own", version), await Curl.AskAsync(way.Entrance, "/own", version));
        }
    }

    private static Task<RealServer> NginxAsync(string protocol) => RealServer.StartAsync("nginx", (port, folder) =>
    {
        var content = new byte[3_000_000];
        new Random(1).NextBytes(content);
        Directory.CreateDirectory(Path.Combine(folder, "www"));
        File.WriteAllBytes(Path.Combine(folder, "www", "file"), content);
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            master_process off;
            pid {{folder}}/pid;
            events {}
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              server {
                listen 127.0.0.1:{{port}} {{protocol}};
                root {{folder}}/www;
              }
            }
            """));
        return ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", "stderr"];
    });

    private static Task<RealServer> HAProxyAsync(IPEndPoint straight, IPEndPoint meshed, string protocol) => RealServer.StartAsync("haproxy", (port, folder) =>
    {
        File.WriteAllText(Path.Combine(folder, "haproxy.cfg"), string.Create(CultureInfo.InvariantCulture, $$"""
            defaults
              mode http
              timeout connect 60s
              timeout client 60s
              timeout server 60s
            frontend front
              bind 127.0.0.1:{{port}}
              http-request return status 200 content-type text/plain string "own" if { path /own }
              use_backend meshed if { hdr(x-way) meshed }
              default_backend straight
            backend straight
              server server {{straight}} {{protocol}}
            backend meshed
              server server {{meshed}} {{protocol}}

            """));
        return ["-db", "-f", Path.Combine(folder, "haproxy.cfg")];
    });
}
