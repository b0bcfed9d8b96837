using Conduit.Controller.Cluster;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Public;
using Conduit.Protocol.Taps;
using PublicMatch = Conduit.Protocol.Public.TapByResourceRequest.Types.Match;

namespace Conduit.Controller.Tests.Taps;

public sealed class TapPlanReaderTests
{
    [Theory]
    [InlineData("deployment", "voting", "all(deployment=voting, namespace=emojivoto)")]
    [InlineData("svc", "voting-svc", "all(service=voting-svc, namespace=emojivoto)")]
    [InlineData("ns", "emojivoto", "namespace=emojivoto")]
    [InlineData("po", "", "namespace=emojivoto")]
    [InlineData("au", "voting-svc:8080", ":authority = voting-svc:8080")]
    public void Destinations_become_labels_and_authorities(string type, string name, string expected)
    {
        var match = new PublicMatch { Destinations = new ResourceSelection { Resource = Resource(type, name) } };

        Assert.Equal(expected, Translate(match));
    }

    [Fact]
    public void Destinations_by_label_become_their_pods()
    {
        var match = new PublicMatch { Destinations = new ResourceSelection { Resource = Resource("deployment"), LabelSelector = "app=voting" } };

        Assert.Equal("any(all(pod=voting-1, namespace=emojivoto))", Translate(match));
    }

    [Fact]
    public void Conditions_on_http_keep_their_structure()
    {
        var post = Http(new PublicMatch.Types.Http { Method = "POST" });
        var notApi = new PublicMatch { Not = Http(new PublicMatch.Types.Http { Path = "/api" }) };
        var https = Http(new PublicMatch.Types.Http { Scheme = "https" });
        var any = new PublicMatch { Any = new PublicMatch.Types.Seq { Matches = { https } } };
        var match = new PublicMatch { All = new PublicMatch.Types.Seq { Matches = { post, notApi, any } } };

        Assert.Equal("all(:method = POST, not :path begins /api, any(:scheme = https))", Translate(match));
    }

    [Fact]
    public void No_condition_takes_all_and_no_rate_means_one()
    {
        var plan = Read(new TapByResourceRequest { Target = Target("deployment", "web") });

        Assert.Equal("{ }", plan.Match.ToString());
        Assert.Equal(1, plan.MaxRps);
    }

    [Theory]
    [InlineData("deployment", "missing", "no pods found for deployment/missing in namespace emojivoto")]
    [InlineData("sts", "", "no pods found for statefulsets in namespace emojivoto")]
    [InlineData("deployment", "plain", "no pods found for deployment/plain in namespace emojivoto: 1 without a proxy; inject them first")]
    public void A_target_without_meshed_pods_is_not_found(string type, string name, string message)
    {
        var failure = Assert.Throws<RpcException>(() => Read(new TapByResourceRequest { Target = Target(type, name) }));

        Assert.Equal((StatusCode.NotFound, message), (failure.StatusCode, failure.Status.Detail));
    }

    [Theory]
    [InlineData("svc", 1, "a tap's target has pods; a service can only be where the requests go")]
    [InlineData("all", 1, "resource type 'all' is not supported as a filter")]
    [InlineData("what", 1, "cannot find Kubernetes canonical name from friendly name [what]")]
    [InlineData("deployment", -1, "max rps has to be positive, was -1")]
    [InlineData("deployment", float.NaN, "max rps has to be positive, was NaN")]
    public void What_cannot_be_tapped_is_refused(string type, float rps, string message)
    {
        var failure = Assert.Throws<RpcException>(() => Read(new TapByResourceRequest { Target = Target(type, "web"), MaxRps = rps }));

        Assert.Equal((StatusCode.InvalidArgument, message), (failure.StatusCode, failure.Status.Detail));
    }

    private static string Translate(PublicMatch match) =>
        Describe(Read(new TapByResourceRequest { Target = Target("deployment", "web"), Match = match }).Match);

    private static PublicMatch Http(PublicMatch.Types.Http http) => new() { Http = http };

    private static string Describe(Match match) => match.MatchCase switch
    {
        Match.MatchOneofCase.All => $"all({string.Join(", ", match.All.Matches.Select(Describe))})",
        Match.MatchOneofCase.Any => $"any({string.Join(", ", match.Any.Matches.Select(Describe))})",
        Match.MatchOneofCase.Not => $"not {Describe(match.Not)}",
        Match.MatchOneofCase.DestinationLabel => $"{match.DestinationLabel.Key}={match.DestinationLabel.Value}",
        Match.MatchOneofCase.Http => Describe(match.Http),
        _ => match.ToString(),
    };

    private static string Describe(Match.Types.Http http) => http.MatchCase switch
    {
        Match.Types.Http.MatchOneofCase.Method => $":method = {http.Method.ToText()}",
        Match.Types.Http.MatchOneofCase.Scheme => $":scheme = {http.Scheme.ToText()}",
        Match.Types.Http.MatchOneofCase.Authority => $":authority = {http.Authority.Exact}",
        _ => $":path begins {http.Path.Prefix}",
    };

    private static TapPlan Read(TapByResourceRequest request)
    {
        var small = Mesh.Small();
        var cluster = small with { Pods = [.. small.Pods, Mesh.Pod("plain-1") with { Meshed = false }] };
        return TapPlanReader.Read(request, new ClusterSnapshot(cluster));
    }

    private static ResourceSelection Target(string type, string name) => new() { Resource = Resource(type, name) };

    private static Resource Resource(string type, string name = "") => new() { Namespace = Mesh.Namespace, Type = type, Name = name };
}
