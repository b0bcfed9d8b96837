using Conduit.Controller.Prometheus;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.Selection;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.Prometheus;

public sealed class PrometheusQueryTests
{
    private static readonly StatQuery Minute = new() { Kinds = [], Window = TimeSpan.FromMinutes(1) };

    [Fact]
    public void What_deployments_of_a_namespace_received()
    {
        var query = new PrometheusQuery(Minute with { Namespace = "shop" }, ResourceKind.Deployment);

        Assert.Equal(
            "sum by (namespace, deployment, classification, tls) (increase(response_total{direction=\"inbound\", probe=\"\", namespace=\"shop\"}[60s]))",
            query.Responses);
        Assert.Equal(
            "sum by (namespace, deployment, le) (increase(response_latency_ms_bucket{direction=\"inbound\", probe=\"\", namespace=\"shop\"}[60s]))",
            query.Latencies);
    }

    [Fact]
    public void What_a_deployment_sends_to_a_service()
    {
        var to = new DestinationFilter { Kind = ResourceKind.Service, Namespace = "shop", Name = "cart-svc" };
        var query = new PrometheusQuery(Minute with { Namespace = "shop", Name = "web", To = to }, ResourceKind.Deployment);

        Assert.Equal(
            "sum by (namespace, deployment, dst_namespace, dst_service, le) (increase(response_latency_ms_bucket"
            + "{direction=\"outbound\", probe=\"\", namespace=\"shop\", deployment=\"web\"}[60s]))",
            query.Latencies);
    }

    [Fact]
    public void What_pods_get_from_a_deployment()
    {
        var from = new PodSelector { Kind = ResourceKind.Deployment, Namespace = "shop", Name = "web" };
        var query = new PrometheusQuery(Minute with { From = from }, ResourceKind.Pod);

        Assert.Equal(
            "sum by (namespace, deployment, dst_namespace, dst_pod, le) (increase(response_latency_ms_bucket"
            + "{direction=\"outbound\", probe=\"\", namespace=\"shop\", deployment=\"web\"}[60s]))",
            query.Latencies);
    }

    [Fact]
    public void Authorities_are_told_apart_by_name()
    {
        var query = new PrometheusQuery(Minute with { Name = "cart:80", Window = TimeSpan.FromHours(1) }, ResourceKind.Authority);

        Assert.Equal(
            "sum by (namespace, authority, le) (increase(response_latency_ms_bucket{direction=\"inbound\", probe=\"\", authority=\"cart:80\"}[3600s]))",
            query.Latencies);
    }

    [Fact]
    public void Labels_of_pods_need_the_pods()
    {
        var labels = Selectors.Labels("tier=front");

        var own = new PrometheusQuery(Minute with { Labels = labels }, ResourceKind.Deployment);
        var from = new PodSelector { Kind = ResourceKind.Namespace, Name = "shop" };
        var theirs = new PrometheusQuery(Minute with { Labels = labels, From = from }, ResourceKind.Deployment);

        Assert.StartsWith("sum by (namespace, deployment, pod, le)", own.Latencies, StringComparison.Ordinal);
        Assert.StartsWith("sum by (namespace, dst_namespace, dst_deployment, dst_pod, le)", theirs.Latencies, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b", """authority="a\"b" """)]
    [InlineData("a\\b", """authority="a\\b" """)]
    [InlineData("a\nb", """authority="a\nb" """)]
    public void No_name_breaks_out_of_its_quotes(string name, string matcher)
    {
        var query = new PrometheusQuery(Minute with { Name = name }, ResourceKind.Authority);

        Assert.Contains(matcher.TrimEnd(), query.Latencies, StringComparison.Ordinal);
    }
}
