using Conduit.Controller.Settings;
using Microsoft.Extensions.Logging;

namespace Conduit.Controller.Tests.Settings;

public sealed class ControllerOptionsReaderTests
{
    [Fact]
    public void Nothing_has_to_be_given_in_a_pod()
    {
        var options = Read([]);

        Assert.Equal((null, null), (options?.StateFile, options?.Kubeconfig));
        Assert.Equal("127.0.0.1:8085", options?.ApiAddress.ToString());
        Assert.Equal("0.0.0.0:8086", options?.ProxyApiAddress.ToString());
        Assert.Equal("127.0.0.1:8084", options?.WebAddress.ToString());
        Assert.Equal("0.0.0.0:9995", options?.AdminAddress.ToString());
        Assert.Equal((LogLevel.Information, "conduit", false), (options?.LogLevel, options?.ControllerNamespace, options?.StopsWithParent));
    }

    [Fact]
    public void Everything_can_be_given_in_either_form()
    {
        var options = Read(
            ["--state-file=a=b.json", "--api-addr=[::1]:1", "--proxy-api-addr", "localhost:0", "--log-level", "Warn", "--controller-namespace=mesh", "--web-hosts=a.example.org,10.0.0.1"],
            parentPipe: "1");

        Assert.Equal("a=b.json", options?.StateFile);
        Assert.Equal(("[::1]:1", "127.0.0.1:0"), (options?.ApiAddress.ToString(), options?.ProxyApiAddress.ToString()));
        Assert.Equal<string>(["a.example.org", "10.0.0.1"], options!.WebHosts);
        Assert.Equal((LogLevel.Warning, "mesh", true), (options?.LogLevel, options?.ControllerNamespace, options?.StopsWithParent));
    }

    [Fact]
    public void All_problems_are_told_at_once_each_with_what_was_seen()
    {
        var options = ControllerOptionsReader.Read(
            [
                "--nonsense", "--state-file", "mesh.json", "--kubeconfig=", "--api-addr", "nowhere", "--web-addr=10.0.0.1", "--log-level=loud",
                "--controller-namespace", "a b", "--web-hosts=a:80", "--admin-addr",
            ],
            _ => null,
            out var problems);

        Assert.Null(options);
        Assert.Equal(
            [
                "--nonsense: no such option.",
                "--admin-addr: a value is missing.",
                "--kubeconfig: the path is empty.",
                "--state-file, --kubeconfig: only one of the two can be where the cluster is read from.",
                "--api-addr: 'nowhere' is no address; write IP:PORT.",
                "--web-addr: '10.0.0.1' is no address; write IP:PORT.",
                "--web-hosts: 'a:80' is no name of a host; write it without a port.",
                "--log-level: 'loud' is none of panic, fatal, error, warn, info, debug.",
                "--controller-namespace: 'a b' is not a valid namespace.",
            ],
            problems);
    }

    private static ControllerOptions? Read(string[] arguments, string? parentPipe = null)
    {
        var options = ControllerOptionsReader.Read(arguments, name => name == "CONDUIT_PARENT_PIPE" ? parentPipe : null, out var problems);
        Assert.Empty(problems);
        return options;
    }
}
