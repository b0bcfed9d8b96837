using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Conduit.Controller.Listeners;
using Conduit.Controller.Tests.Doubles;
using Conduit.Controller.Web.Documents;
using Conduit.Controller.Web.Questions;
using Conduit.Controller.Web.Streams;
using Microsoft.AspNetCore.Routing;

namespace Conduit.Controller.Tests.Web.Documents;

/// <summary>Holds Web/openapi.json true.</summary>
public sealed class OpenApiTests
{
    private const string Suffix = "Document";

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var description = await new WebPage(controller).AskAsync("openapi.json");

        var described = description.GetProperty("paths").EnumerateObject().Select(path => path.Name);
        var served = controller.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ListenerMetadata>()?.Listener == Listener.Web)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => path.StartsWith("/api/", StringComparison.Ordinal));

        Assert.Equal(served.Order(), described.Order());
    }

    [Fact]
    public async Task Every_parameter_is_described_and_nothing_else()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var paths = (await new WebPage(controller).AskAsync("openapi.json")).GetProperty("paths");

        Assert.All(controller.Get<QuestionBook>().All, question => Assert.Equal(question.Parameters, ParametersOf(paths, question.Name)));
        Assert.Equal(TapParameters.Names, ParametersOf(paths, "tap"));
        Assert.Equal([Watch.Parameter], ParametersOf(paths, "watch"));
    }

    [Fact]
    public async Task Every_field_is_described_and_nothing_else()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var schemas = (await new WebPage(controller).AskAsync("openapi.json")).GetProperty("components").GetProperty("schemas");
        var documents = typeof(WebJson).Assembly.GetTypes().Where(type => type.Namespace == typeof(WebJson).Namespace && type.Name.EndsWith(Suffix, StringComparison.Ordinal));

        Assert.Equal(
            documents.Select(NameOf).Order(StringComparer.Ordinal),
            schemas.EnumerateObject().Select(schema => schema.Name).Order(StringComparer.Ordinal));
        Assert.All(documents, document => Assert.Equal(FieldsOf(document), FieldsOf(schemas.GetProperty(NameOf(document)))));
    }

    [Theory]
    [InlineData("stat?kind=deployment", "Stat")]
    [InlineData("timeline?kind=deployment", "Timeline")]
    [InlineData("edges", "Edges")]
    [InlineData("pods", "Pods")]
    [InlineData("control-plane", "ControlPlane")]
    public async Task Answers_have_the_fields_that_are_required(string question, string schema)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var page = new WebPage(controller);
        var required = (await page.AskAsync("openapi.json")).GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("required");

        var answer = await page.AskAsync(question);

        Assert.Equal(required.EnumerateArray().Select(name => name.GetString()).Order(), answer.EnumerateObject().Select(field => field.Name).Order());
    }

    private static IEnumerable<string?> ParametersOf(JsonElement paths, string name) =>
        paths.GetProperty($"/api/v1/{name}").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());

    private static string NameOf(Type document) => document.Name[..^Suffix.Length];

    private static IEnumerable<string> FieldsOf(Type document) =>
        WebJson.Default.GetTypeInfo(document)!.Properties.Select(field => $"{field.Name}: {KindOf(field)}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> FieldsOf(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(field => $"{field.Name}: {KindOf(field.Value)}").Order(StringComparer.Ordinal);

    // As the schema would say it.
    private static string KindOf(JsonPropertyInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;

        return type == typeof(string) ? "string"
            : type == typeof(bool) ? "boolean"
            : type == typeof(double) ? "number"
            : type.IsPrimitive ? "integer"
            : type.IsGenericType ? "array"
            : NameOf(type);
    }

    private static string KindOf(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var either) ? KindOf(either[0])
        : schema.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1]
        : schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types ? types[0].GetString()!
        : schema.GetProperty("type").GetString()!;
}
