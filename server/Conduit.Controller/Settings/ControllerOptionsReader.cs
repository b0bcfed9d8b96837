using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Controller.Settings;

/// <summary>Reads the command line, and finds everything that is wrong with it at once.</summary>
internal sealed class ControllerOptionsReader
{
    public const string Usage = """
        conduit-controller: the control plane of the Conduit service mesh

        Usage: conduit-controller [options]

        The cluster is read as the service account of the controller's pod, unless told otherwise:

          --kubeconfig PATH               read it as this kubeconfig says, from outside of the cluster
          --state-file PATH               read no cluster but the state file of a dev mesh

        Options:

          --api-addr IP:PORT              the public API (default 127.0.0.1:8085)
          --proxy-api-addr IP:PORT        what the proxies dial (default 0.0.0.0:8086)
          --web-addr IP:PORT              the dashboard (default 127.0.0.1:8084)
          --web-hosts HOST[,HOST]         names that the dashboard answers under, beside 127.0.0.1, localhost and [::1]
          --admin-addr IP:PORT            /ping, /ready and /metrics (default 0.0.0.0:9995)
          --prometheus-url URL            take statistics from this Prometheus, not from the last ten minutes held here
          --log-level LEVEL               panic, fatal, error, warn, info or debug (default info)
          --controller-namespace NAME     the namespace of the control plane (default conduit)
          -h, --help                      this text

        Environment: CONDUIT_PARENT_PIPE=1 stops the controller when its standard input ends.
        """;

    private const string ParentPipeVariable = "CONDUIT_PARENT_PIPE";

    private static readonly ImmutableArray<string> Flags =
    [
        "--state-file", "--kubeconfig", "--api-addr", "--proxy-api-addr", "--web-addr", "--web-hosts", "--admin-addr", "--prometheus-url", "--log-level",
        "--controller-namespace",
    ];

    private readonly Dictionary<string, string> _values = [];
    private readonly List<string> _problems = [];

    private ControllerOptionsReader()
    {
    }

    /// <summary>Null when there are problems.</summary>
    public static ControllerOptions? Read(
        IReadOnlyList<string> arguments, Func<string, string?> environment, out IReadOnlyList<string> problems)
    {
        var reader = new ControllerOptionsReader();
        reader.Collect(arguments);
        var options = reader.Build(environment);
        problems = reader._problems;
        return problems.Count == 0 ? options : null;
    }

    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "-h" or "--help");

    // Both "--flag value" and "--flag=value".
    private void Collect(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var parts = arguments[index].Split('=', 2);

            if (!Flags.Contains(parts[0]))
            {
                _problems.Add($"{arguments[index]}: no such option.");
            }
            else if (parts.Length == 2)
            {
                _values[parts[0]] = parts[1];
            }
            else if (index + 1 < arguments.Count)
            {
                _values[parts[0]] = arguments[++index];
            }
            else
            {
                _problems.Add($"{parts[0]}: a value is missing.");
            }
        }
    }

    private ControllerOptions Build(Func<string, string?> environment)
    {
        var options = new ControllerOptions { StateFile = File("--state-file"), Kubeconfig = File("--kubeconfig") };

        if (options is { StateFile: not null, Kubeconfig: not null })
        {
            _problems.Add("--state-file, --kubeconfig: only one of the two can be where the cluster is read from.");
        }

        return options with
        {
            ApiAddress = Address("--api-addr", options.ApiAddress),
            ProxyApiAddress = Address("--proxy-api-addr", options.ProxyApiAddress),
            WebAddress = Address("--web-addr", options.WebAddress),
            WebHosts = Hosts("--web-hosts"),
            AdminAddress = Address("--admin-addr", options.AdminAddress),
            PrometheusUrl = Url("--prometheus-url"),
            LogLevel = Level(options.LogLevel),
            ControllerNamespace = Namespace(options.ControllerNamespace),
            StopsWithParent = environment(ParentPipeVariable) == "1",
        };
    }

    private string? File(string flag)
    {
        var path = _values.GetValueOrDefault(flag);

        if (path is "")
        {
            _problems.Add($"{flag}: the path is empty.");
        }

        return path;
    }

    private IPEndPoint Address(string flag, IPEndPoint fallback)
    {
        if (!_values.TryGetValue(flag, out var text))
        {
            return fallback;
        }

        // A missing port would read as 0; only a written one asks for any free port.
        var plain = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? $"127.0.0.1:{text["localhost:".Length..]}" : text;
        var port = plain[(plain.LastIndexOf(':') + 1)..];

        if (IPEndPoint.TryParse(plain, out var address) && (port == "0" || (Port.TryParse(port, out var written) && written.Number == address.Port)))
        {
            return address;
        }

        _problems.Add($"{flag}: '{text}' is no address; write IP:PORT.");
        return fallback;
    }

    private ImmutableArray<string> Hosts(string flag)
    {
        if (!_values.TryGetValue(flag, out var text))
        {
            return [];
        }

        ImmutableArray<string> hosts = [.. text.Split(',')];

        foreach (var host in hosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            _problems.Add($"{flag}: '{host}' is no name of a host; write it without a port.");
        }

        return hosts;
    }

    private Uri? Url(string flag)
    {
        if (!_values.TryGetValue(flag, out var text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        _problems.Add($"{flag}: '{text}' is no URL; write http://HOST:PORT.");
        return null;
    }

    private LogLevel Level(LogLevel fallback)
    {
        if (!_values.TryGetValue("--log-level", out var text))
        {
            return fallback;
        }

        switch (text.ToLower(CultureInfo.InvariantCulture))
        {
            case "panic" or "fatal":
                return LogLevel.Critical;
            case "error":
                return LogLevel.Error;
            case "warn":
                return LogLevel.Warning;
            case "info":
                return LogLevel.Information;
            case "debug":
                return LogLevel.Debug;
            default:
                _problems.Add($"--log-level: '{text}' is none of panic, fatal, error, warn, info, debug.");
                return fallback;
        }
    }

    private string Namespace(string fallback)
    {
        var text = _values.GetValueOrDefault("--controller-namespace", fallback);

        if (text.Length == 0 || !text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            _problems.Add($"--controller-namespace: '{text}' is not a valid namespace.");
        }

        return text;
    }
}
