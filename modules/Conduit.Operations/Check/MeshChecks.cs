using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Conduit.Operations.Api;
using Conduit.Operations.Rendering;
using WireResult = Conduit.Protocol.Healthcheck.CheckResult;
using WireStatus = Conduit.Protocol.Healthcheck.CheckStatus;

namespace Conduit.Operations.Check;

/// <summary>Whether a control plane works, and its proxies with it.</summary>
internal sealed class MeshChecks(ApiConnection api, CheckRequest request)
{
    private const string Subsystem = "conduit-api";
    private const string ProxySubsystem = "proxies";

    private static readonly CheckName Query = new(Subsystem, "can query the Conduit API");

    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = await Query.TryAsync(() => AskAsync(cancellationToken));
        yield return asked.Result;
        var own = (asked.Value?.Results ?? []).ToLookup(result => result.SubsystemName == ProxySubsystem);

        foreach (var result in own[false])
        {
            yield return Of(result, $"{Subsystem}[{result.SubsystemName}]", "See the controller's log; Conduit tries again by itself.");
        }

        if (request.Scope == CheckScope.Proxy && asked.Value?.Version is { } version)
        {
            foreach (var result in own[true])
            {
                yield return Of(result, ProxyChecks.Subsystem, "See the log of the container conduit-proxy in those pods.");
            }

            await foreach (var result in new ProxyChecks(api).RunAsync(version, cancellationToken))
            {
                yield return result;
            }
        }

        foreach (var result in CheckVersions(asked.Value?.Version))
        {
            yield return result;
        }
    }

    private async Task<MeshAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var checks = await api.SelfCheckAsync(cancellationToken);
        var version = await api.VersionAsync(cancellationToken);
        return new MeshAnswer(version.ReleaseVersion, [.. checks.Results]);
    }

    private static CheckResult Of(WireResult result, string subsystem, string remedy)
    {
        var name = new CheckName(subsystem, result.CheckDescription);
        var status = result.Status switch
        {
            WireStatus.Ok => CheckStatus.Ok,
            WireStatus.Fail => CheckStatus.Fail,
            _ => CheckStatus.Error,
        };

        return status == CheckStatus.Ok ? name.Ok() : name.Result(status) with { Reason = result.FriendlyMessageToUser.TrimEnd('.'), Remedy = remedy };
    }

    private IEnumerable<CheckResult> CheckVersions(string? server)
    {
        if (request.ExpectedVersion is not { } expected)
        {
            yield break;
        }

        yield return Compare("cli is up-to-date", RenderDefaults.OfProduct.Version, expected, "Update this program, as with: dotnet tool update --global conduit");

        if (server is not null)
        {
            yield return Compare(
                "control plane is up-to-date", server, expected, "With a program of that version: conduit upgrade | kubectl apply -f -");
        }
    }

    private static CheckResult Compare(string description, string running, string expected, string remedy)
    {
        var name = new CheckName("conduit-version", description);
        return running == expected ? name.Ok() : name.Fail($"is running version {running} but the latest version is {expected}", remedy);
    }

    private sealed record MeshAnswer(string Version, ImmutableArray<WireResult> Results);
}
