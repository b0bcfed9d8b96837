using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Controller.Metrics;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol;
using Conduit.Protocol.Public;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Tests.Web.Questions;

public sealed class QuestionTests
{
    private static readonly (string Key, string Value)[] ToVoting = [("namespace", "emojivoto"), ("deployment", "voting")];

    [Fact]
    public async Task Statistics_are_those_of_the_public_API()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        Count(controller, "web-1", Reports.Series(1, Reports.Inbound(), 9, milliseconds: 3), Reports.Series(2, Reports.Inbound(success: false), 1, milliseconds: 30));
        var asked = new StatSummaryRequest { Selector = new ResourceSelection { Resource = new Resource { Namespace = "emojivoto", Type = "deployment", Name = "web" } } };

        var expected = (await controller.AskAsync<StatSummaryRequest, StatSummaryResponse>(ApiMethods.StatSummary, asked)).StatTables[0].Rows[0];
        var row = (await new WebPage(controller).AskAsync("stat?kind=deploy&namespace=emojivoto&name=web")).GetProperty("rows")[0];

        var traffic = row.GetProperty("traffic");
        Assert.Equal("web", row.GetProperty("name").GetString());
        Assert.Equal((expected.Stats.SuccessCount, expected.Stats.FailureCount), (traffic.GetProperty("success").GetUInt64(), traffic.GetProperty("failure").GetUInt64()));
        Assert.Equal(expected.Stats.LatencyUsP99, traffic.GetProperty("p99").GetDouble() * 1000);
        Assert.Equal(0.9, traffic.GetProperty("successRate").GetDouble());
    }

    [Fact]
    public async Task Traffic_is_narrowed_by_where_it_goes()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        Count(controller, "web-1", Reports.Series(1, Reports.Outbound("voting-svc:8080", true, ToVoting), 7), Reports.Series(2, Reports.Outbound("elsewhere"), 5));
        var page = new WebPage(controller);

        var to = (await page.AskAsync("stat?kind=deployment&namespace=emojivoto&to=deployment/voting")).GetProperty("rows");
        var from = (await page.AskAsync("stat?kind=deployment&namespace=emojivoto&from=deployment/web")).GetProperty("rows");
        var edge = (await page.AskAsync("edges?namespace=emojivoto&kind=deployment&name=voting")).GetProperty("edges")[0];

        Assert.Equal(("web", 7UL), (to[0].GetProperty("name").GetString(), to[0].GetProperty("traffic").GetProperty("success").GetUInt64()));
        Assert.Equal(("voting", 7UL), (from[0].GetProperty("name").GetString(), from[0].GetProperty("traffic").GetProperty("success").GetUInt64()));
        Assert.Equal("web", edge.GetProperty("source").GetProperty("name").GetString());
        Assert.Equal(7UL, edge.GetProperty("traffic").GetProperty("success").GetUInt64());
    }

    [Fact]
    public async Task A_timeline_tells_when_it_was()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        Count(controller, "web-1", Reports.Series(1, Reports.Inbound(), 9, milliseconds: 3));
        controller.Time.Advance(TimeSpan.FromSeconds(10));

        var timeline = await new WebPage(controller).AskAsync("timeline?kind=namespace&window=10m");

        Assert.Equal(controller.Time.GetUtcNow().ToUnixTimeSeconds(), Assert.Single(timeline.GetProperty("at").EnumerateArray()).GetDouble());
        Assert.Equal(9UL, Assert.Single(timeline.GetProperty("success").EnumerateArray()).GetUInt64());
        Assert.InRange(Assert.Single(timeline.GetProperty("p50").EnumerateArray()).GetDouble(), 2.9, 3.1);
    }

    [Fact]
    public async Task Pods_are_found_by_what_they_belong_to()
    {
        var broken = Mesh.Pod("voting-1") with { Status = "ErrImagePull", Message = "no such image", Ready = false };
        await using var controller = await RunningController.StartAsync(Mesh.State([Mesh.Pod("web-1"), broken]));

        var pod = Assert.Single((await new WebPage(controller).AskAsync("pods?namespace=emojivoto&kind=deployment&name=voting")).GetProperty("pods").EnumerateArray());

        Assert.Equal(("voting-1", "no such image", false), (pod.GetProperty("name").GetString(), pod.GetProperty("message").GetString(), pod.GetProperty("ready").GetBoolean()));
    }

    [Fact]
    public async Task The_control_plane_names_proxies_that_are_missing_and_counts_versions()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var presence = controller.Get<ProxyDirectory>().Enter(new ProxyIdentity(new PodName(Mesh.Namespace, "web-1"), "9.9.9"));

        var answer = await new WebPage(controller).AskAsync("control-plane");

        Assert.Equal("emojivoto/voting-1", Assert.Single(answer.GetProperty("silentProxies").EnumerateArray()).GetString());
        Assert.Equal(["", "9.9.9"], answer.GetProperty("proxyVersions").EnumerateArray().Select(version => version.GetProperty("version").GetString()));
        Assert.False(answer.GetProperty("checks")[1].GetProperty("passed").GetBoolean());
    }

    [Theory]
    [InlineData("stat", "the parameter 'kind' is missing")]
    [InlineData("stat?kind=spaceship", "cannot find Kubernetes canonical name from friendly name [spaceship]")]
    [InlineData("stat?kind=pod&window=soon", "'soon' is not a duration; write for example 30s or 10m")]
    [InlineData("stat?kind=pod&to=pod&from=pod", "'to' and 'from' cannot be combined")]
    [InlineData("stat?kind=pod&nmae=web", "there is no parameter 'nmae'")]
    [InlineData("stat?kind=pod&kind=pod", "the parameter 'kind' takes one value")]
    [InlineData("timeline?kind=all", "a timeline is of one kind of resource")]
    [InlineData("edges?name=web", "'kind' and 'name' belong together")]
    [InlineData("tap?kind=deployment&maxRps=1e9", "maxRps has to be a number above 0 and up to 100")]
    [InlineData("watch", "a watch takes 1 to 16 questions")]
    [InlineData("watch?q=weather", "there is no question 'weather'")]
    public async Task What_cannot_be_asked_is_told_in_words(string question, string words)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());

        var (status, error) = await new WebPage(controller).RefusedAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_control_plane_answers_before_there_is_a_picture()
    {
        await using var controller = await RunningController.StartAsync();
        var page = new WebPage(controller);

        var (status, error) = await page.RefusedAsync("stat?kind=deployment");
        var answer = await page.AskAsync("control-plane");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("The controller has no picture of the cluster yet", error, StringComparison.Ordinal);
        Assert.False(answer.GetProperty("checks")[0].GetProperty("passed").GetBoolean());
    }

    private static void Count(RunningController controller, string pod, params IEnumerable<HttpSeries> series)
    {
        var ring = controller.Get<TrafficRing>();
        using var stream = ring.Open(new PodName(Mesh.Namespace, pod));
        stream.Apply(Reports.Of(Reports.Epoch, first: true, series), null, ring.Second);
    }
}
