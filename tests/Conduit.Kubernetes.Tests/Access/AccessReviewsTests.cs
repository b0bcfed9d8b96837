using System.Text.Json;
using Conduit.Kubernetes.Access;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Access;

public sealed class AccessReviewsTests
{
    [Theory]
    [InlineData("""{"allowed":true,"reason":"RBAC: allowed by ClusterRoleBinding 'admins'"}""", true, "RBAC: allowed by ClusterRoleBinding 'admins'")]
    [InlineData("""{"allowed":false}""", false, "")]
    [InlineData("""{"allowed":false,"evaluationError":"no such role"}""", false, "no such role")]
    public async Task The_answer_is_the_api_servers(string status, bool allowed, string reason)
    {
        await using var server = (await FakeApiServer.StartAsync())
            .On("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews", $$"""{"kind":"SelfSubjectAccessReview","status":{{status}} }""");
        using var client = server.Client();
        var attributes = new V1ResourceAttributes { Verb = "create", Resource = "pods", Subresource = "portforward", NamespaceProperty = "conduit" };

        var decision = await Eventually.Ends(client.ReviewAccessAsync(attributes, CancellationToken.None));

        Assert.Equal(new AccessDecision(allowed, reason), decision);
        var asked = JsonDocument.Parse(Assert.Single(server.Requests).Body).RootElement;
        Assert.Equal("SelfSubjectAccessReview", asked.GetProperty("kind").GetString());
        Assert.Equal(
            """{"namespace":"conduit","verb":"create","resource":"pods","subresource":"portforward"}""",
            asked.GetProperty("spec").GetProperty("resourceAttributes").GetRawText());
    }
}
