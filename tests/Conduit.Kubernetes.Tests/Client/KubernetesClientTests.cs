using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Kubernetes.Tests.Client;

public sealed class KubernetesClientTests : ApiServerTest
{
    [Fact]
    public async Task An_object_is_read_by_its_name()
    {
        Server.On(
            "GET /api/v1/namespaces/shop/pods/web-1",
            """
            {
              "kind": "Pod", "apiVersion": "v1", "unheard": { "of": [1] },
              "metadata": {
                "name": "web-1", "namespace": "shop", "uid": "u-1", "creationTimestamp": "2026-01-01T00:00:00Z",
                "labels": { "app": "web" }, "ownerReferences": [{ "kind": "ReplicaSet", "name": "web", "controller": true }]
              },
              "spec": { "nodeName": "node-1", "containers": [{ "name": "web", "ports": [{ "containerPort": 8080 }] }] },
              "status": {
                "phase": "Running", "podIP": "10.0.0.1", "podIPs": [{ "ip": "10.0.0.1" }, { "ip": "fd00::1" }],
                "containerStatuses": [{ "name": "web", "ready": false, "restartCount": 3, "state": { "waiting": { "reason": "CrashLoopBackOff" } } }]
              }
            }
            """);

        var pod = await Eventually.Ends(Client.ReadAsync(KubernetesResources.Pods, new ObjectName("shop", "web-1"), CancellationToken.None));

        Assert.Equal("web", pod.Metadata!.Labels!["app"]);
        Assert.Equal("ReplicaSet", Assert.Single(pod.Metadata.OwnerReferences!).Kind);
        Assert.Equal(["10.0.0.1", "fd00::1"], pod.Status!.PodIPs!.Select(address => address.Ip));
        Assert.Equal("CrashLoopBackOff", Assert.Single(pod.Status.ContainerStatuses!).State!.Waiting!.Reason);
        Assert.Equal("node-1", pod.Spec!.NodeName);
    }

    [Fact]
    public async Task A_list_takes_as_many_pages_as_there_are()
    {
        Server.On("GET /api/v1/namespaces/shop/pods", context => context.JsonAsync(context.Request.Query["continue"].ToString() switch
        {
            "" => Answers.List(7, "second", Answers.Pod("a", 1), Answers.Pod("b", 2)),
            "second" => Answers.List(7, "third", Answers.Pod("c", 3)),
            _ => Answers.List(7, "", Answers.Pod("d", 4)),
        }));
        var scope = new ListScope { Namespace = "shop", LabelSelector = "app=web", FieldSelector = "status.phase=Running", PageSize = 2 };

        var list = await Eventually.Ends(Client.ListAsync(KubernetesResources.Pods, scope, CancellationToken.None));

        Assert.Equal(["a", "b", "c", "d"], list.Items.Select(pod => pod.Metadata!.Name));
        Assert.Equal("7", list.ResourceVersion);
        Assert.Equal(
            [
                "GET /api/v1/namespaces/shop/pods?limit=2&labelSelector=app=web&fieldSelector=status.phase=Running",
                "GET /api/v1/namespaces/shop/pods?limit=2&continue=second&labelSelector=app=web&fieldSelector=status.phase=Running",
                "GET /api/v1/namespaces/shop/pods?limit=2&continue=third&labelSelector=app=web&fieldSelector=status.phase=Running",
            ],
            Server.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task A_list_whose_pages_expired_is_asked_for_at_once()
    {
        Server.On("GET /api/v1/pods", context => context.Request.Query["continue"] == "second"
            ? context.StatusAsync(410, "Expired", "The provided continue parameter is too old")
            : context.JsonAsync(context.Request.Query.ContainsKey("limit")
                ? Answers.List(7, "second", Answers.Pod("a", 1))
                : Answers.List(9, "", Answers.Pod("a", 1), Answers.Pod("b", 8))));

        var list = await Eventually.Ends(Client.ListAsync(KubernetesResources.Pods, ListScope.Everything, CancellationToken.None));

        Assert.Equal(["a", "b"], list.Items.Select(pod => pod.Metadata!.Name));
        Assert.Equal("9", list.ResourceVersion);
    }

    [Fact]
    public async Task Metadata_alone_can_be_asked_for()
    {
        Server.On("GET /apis/rbac.authorization.k8s.io/v1/clusterroles", Answers.List(3, "", """{"metadata":{"name":"admin"}}"""));
        var roles = KubernetesResources.Metadata("rbac.authorization.k8s.io", "v1", "clusterroles");

        var list = await Eventually.Ends(Client.ListAsync(roles, ListScope.Everything, CancellationToken.None));

        Assert.Equal("admin", Assert.Single(list.Items).Metadata!.Name);
        Assert.Equal("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1", Assert.Single(Server.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task An_object_is_created_patched_and_deleted()
    {
        const string Map = """{"metadata":{"name":"settings","namespace":"shop"},"data":{"a":"1"}}""";
        var name = new ObjectName("shop", "settings");
        Server.On("POST /api/v1/namespaces/shop/configmaps", context => context.JsonAsync(Map, 201))
            .On("PATCH /api/v1/namespaces/shop/configmaps/settings", Map)
            .On("DELETE /api/v1/namespaces/shop/configmaps/settings", """{"kind":"Status","status":"Success"}""");
        var body = new V1ConfigMap
        {
            Metadata = new V1ObjectMeta { Name = name.Name, NamespaceProperty = name.Namespace },
            Data = new Dictionary<string, string> { ["a"] = "1" },
        };

        var created = await Eventually.Ends(Client.CreateAsync(KubernetesResources.ConfigMaps, body, CancellationToken.None));
        await Eventually.Ends(Client.PatchAsync(
            KubernetesResources.ConfigMaps, name, new V1Patch("""{"data":{"b":"2"}}""", PatchType.MergePatch), CancellationToken.None));
        await Eventually.Ends(Client.DeleteAsync(
            KubernetesResources.ConfigMaps, name, new V1DeleteOptions { PropagationPolicy = "Background" }, CancellationToken.None));

        Assert.Equal("1", created.Data!["a"]);
        Assert.Equal(
            [Map, """{"data":{"b":"2"}}""", """{"propagationPolicy":"Background"}"""],
            Server.Requests.Select(request => request.Body));
        Assert.Equal("application/merge-patch+json", Server.Requests[1].Headers["Content-Type"]);
    }

    [Theory]
    [InlineData(400, "BadRequest", typeof(KubernetesException), "ApiRefused", "the API server refused the request: it does not fit. Correct it and try again.")]
    [InlineData(
        403, "Forbidden", typeof(AccessDeniedException), "AccessDenied",
        "this is not permitted: it does not fit. Ask for a role that allows it, or use another context.")]
    [InlineData(404, "NotFound", typeof(ResourceNotFoundException), "ResourceNotFound", "It does not fit. Check the name and the namespace.")]
    [InlineData(409, "Conflict", typeof(ResourceConflictException), "ResourceConflict", "It does not fit. Look at the object as it is now and try again.")]
    [InlineData(410, "Expired", typeof(ResourceExpiredException), "ResourceExpired", "It does not fit. List the objects again.")]
    public async Task A_refusal_is_an_exception_of_its_kind_and_says_what_to_do(int code, string reason, Type type, string id, string message)
    {
        Server.On("GET /api/v1/namespaces/shop", context => context.StatusAsync(code, reason, "it does not fit"));

        var failure = await Assert.ThrowsAsync(type, ReadShopAsync);

        Assert.Equal(id, ((KubernetesException)failure).Id);
        Assert.Equal(message, failure.Message);
        Assert.Equal(reason, ((KubernetesException)failure).Status.Reason);
    }

    [Fact]
    public async Task Missing_credentials_name_whose_they_are()
    {
        Server.On("GET /api/v1/namespaces/shop", context => context.StatusAsync(401, "Unauthorized", "Unauthorized"));

        var failure = await Assert.ThrowsAsync<NotAuthenticatedException>(ReadShopAsync);

        Assert.Equal(
            $"the API server at {Server.Url} does not accept the credentials of the test's context. Log in again, or get a new kubeconfig.",
            failure.Message);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_overloadedServer_may_be_asked_again_when_it_says(int code)
    {
        Server.On("GET /api/v1/namespaces/shop", context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return context.StatusAsync(code, "Overloaded", "too many requests");
        });

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(ReadShopAsync);

        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
    }

    [Theory]
    [InlineData(200, "<html>Log in</html>", "ApiNotKubernetes")]
    [InlineData(200, "null", "ApiNotKubernetes")]
    [InlineData(200, "", "ApiNotKubernetes")]
    [InlineData(502, "<html>Bad gateway</html>", "ApiUnavailable")]
    [InlineData(302, "", "ApiRefused")]
    [InlineData(404, "404 page not found\n", "ResourceNotFound")]
    public async Task An_answer_that_is_not_the_apiServers_is_told_apart(int code, string body, string id)
    {
        Server.On("GET /api/v1/namespaces/shop", context =>
        {
            context.Response.StatusCode = code;
            return context.Response.WriteAsync(body);
        });

        var failure = await Assert.ThrowsAnyAsync<Conduit.Model.Failures.ConduitException>(ReadShopAsync);

        Assert.Equal(id, failure.Id);
    }

    [Fact]
    public async Task Group_versions_are_listed_and_a_group_that_is_not_served_has_none()
    {
        Server.On("GET /apis/discovery.k8s.io", """{"name":"discovery.k8s.io","versions":[{"version":"v1"},{"version":"v1beta1"}]}""");

        Assert.Equal(["v1", "v1beta1"], await Eventually.Ends(Client.GetGroupVersionsAsync("discovery.k8s.io", CancellationToken.None)));
        Assert.Empty(await Eventually.Ends(Client.GetGroupVersionsAsync("policy", CancellationToken.None)));
    }

    [Fact]
    public async Task The_version_is_read()
    {
        Server.On("GET /version", """{"major":"1","minor":"20+","gitVersion":"v1.20.2"}""");

        Assert.Equal("v1.20.2", (await Eventually.Ends(Client.GetVersionAsync(CancellationToken.None))).GitVersion);
    }

    [Fact]
    public async Task A_log_is_read_while_it_is_written()
    {
        var second = new TaskCompletionSource();
        Server.On("GET /api/v1/namespaces/shop/pods/web-1/log", async context =>
        {
            await context.SendLineAsync("first");
            await second.Task;
            await context.SendLineAsync("second");
        });
        var scope = new PodLogScope { Container = "web", Follow = true, TailLines = 10 };

        using var reader = new StreamReader(await Eventually.Ends(Client.ReadLogAsync(new ObjectName("shop", "web-1"), scope, CancellationToken.None)));

        Assert.Equal("first", await Eventually.Ends(reader.ReadLineAsync()));
        second.SetResult();
        Assert.Equal("second", await Eventually.Ends(reader.ReadLineAsync()));
        Assert.Null(await Eventually.Ends(reader.ReadLineAsync()));
        Assert.Equal("GET /api/v1/namespaces/shop/pods/web-1/log?container=web&follow=true&tailLines=10", Assert.Single(Server.Requests).Line);
    }

    private Task ReadShopAsync() => Eventually.Ends(Client.ReadAsync(KubernetesResources.Namespaces, new ObjectName(null, "shop"), CancellationToken.None));
}
