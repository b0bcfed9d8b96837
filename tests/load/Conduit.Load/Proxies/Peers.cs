using Conduit.Load.Machine;
using Conduit.Load.Servers;

namespace Conduit.Load.Proxies;

/// <summary>The proxies of the field, as Debian packages them.</summary>
internal static class Peers
{
    public static IEnumerable<Proxy> All =>
    [
        new("HAProxy", [Wire.Http2, Wire.Http1, Wire.Tcp], HaproxyAsync),
        new("nghttpx", [Wire.Http2], NghttpxAsync),
        new("nginx", [Wire.Http2, Wire.Http1, Wire.Tcp], NginxAsync),
        new("Caddy", [Wire.Http2, Wire.Http1], CaddyAsync),
    ];

    private static async Task<IReadOnlyList<ChildProcess>> HaproxyAsync(string folder, Wire wire, int port, int origin)
    {
        var protocol = wire == Wire.Http2 ? " proto h2" : "";
        var file = Write(folder, "haproxy.cfg", $"""
            global
              nbthread 1
            defaults
              mode {(wire == Wire.Tcp ? "tcp" : "http")}
              timeout connect 1s
              timeout client 60s
              timeout server 60s
            frontend in
              bind 127.0.0.1:{port}{protocol}
              default_backend out
            backend out
              server one 127.0.0.1:{origin}{protocol}

            """);
        return [await ChildProcess.StartAsync("haproxy", ["-db", "-f", file], port)];
    }

    private static async Task<IReadOnlyList<ChildProcess>> NghttpxAsync(string folder, Wire wire, int port, int origin) =>
    [
        await ChildProcess.StartAsync(
            "nghttpx",
            [
                // Without a file it keeps no log of requests; with /dev/null it would write there once a request.
                $"--frontend=127.0.0.1,{port};no-tls", $"--backend=127.0.0.1,{origin};;proto=h2", "--workers=1", "--errorlog-file=/dev/null", "--conf=/dev/null",
            ],
            port),
    ];

    // Between HTTP/2 and HTTP/2 nginx has gRPC's module only.
    private static async Task<IReadOnlyList<ChildProcess>> NginxAsync(string folder, Wire wire, int port, int origin)
    {
        var location = wire == Wire.Http2
            ? "grpc_pass grpc://origin;"
            : "proxy_pass http://origin; proxy_http_version 1.1; proxy_set_header Connection \"\"; proxy_buffering off;";
        var upstream = $$"""upstream origin { server 127.0.0.1:{{origin}}; {{(wire == Wire.Tcp ? "" : "keepalive 256; keepalive_requests 100000000;")}} }""";
        var server = wire == Wire.Tcp
            ? $$"""stream { {{upstream}} server { listen 127.0.0.1:{{port}}; proxy_pass origin; } }"""
            : $$"""
              http {
                access_log off; keepalive_requests 100000000; http2_max_requests 100000000;
                {{upstream}}
                server { listen 127.0.0.1:{{port}}{{(wire == Wire.Http2 ? " http2" : "")}}; location / { {{location}} } }
              }
              """;
        var file = Write(folder, "nginx.conf", $$"""
            {{(wire == Wire.Tcp ? "include /etc/nginx/modules-enabled/*.conf;" : "")}}
            daemon off; user root; worker_processes 1; pid {{folder}}/nginx.pid; error_log /dev/null;
            events { worker_connections 4096; }
            {{server}}
            """);
        return [await ChildProcess.StartAsync("nginx", ["-c", file], port)];
    }

    private static async Task<IReadOnlyList<ChildProcess>> CaddyAsync(string folder, Wire wire, int port, int origin)
    {
        var file = Write(folder, "Caddyfile", $$"""
            {
              admin off
              auto_https off
              servers { 
                protocols h1 h2c
              }
              log {
                output discard
              }
            }
            http://127.0.0.1:{{port}} {
              bind 127.0.0.1
              reverse_proxy {{(wire == Wire.Http2 ? "h2c://" : "")}}127.0.0.1:{{origin}}
            }

            """);
        var environment = new Dictionary<string, string> { ["GOMAXPROCS"] = "1", ["HOME"] = folder, ["XDG_DATA_HOME"] = folder, ["XDG_CONFIG_HOME"] = folder };
        return [await ChildProcess.StartAsync("caddy", ["run", "--adapter", "caddyfile", "--config", file], port, environment)];
    }

    private static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
