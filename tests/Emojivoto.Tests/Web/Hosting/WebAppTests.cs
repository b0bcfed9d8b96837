using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emojivoto.Tests.Running;

namespace Emojivoto.Tests.Web.Hosting;

public sealed class WebAppTests
{
    [Fact]
    public async Task The_list_has_every_emoji_with_its_shortcode()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var list = await GetAsync(app, "/api/list");

        Assert.Equal(100, list.AsArray().Count);
        AssertJson("""{"shortcode":":joy:","unicode":"😂"}""", list[0]);
    }

    [Fact]
    public async Task The_leaderboard_has_most_votes_first()
    {
        await using var app = await RunningEmojivoto.StartAsync();
        AssertJson("[]", await GetAsync(app, "/api/leaderboard"));

        foreach (var choice in new[] { ":taco:", ":point_up_2:", ":beer:", ":taco:" })
        {
            await GetAsync(app, $"/api/vote?choice={choice}");
        }

        AssertJson(
            """
            [
              {"shortcode":":taco:","unicode":"🌮","votes":2},
              {"shortcode":":beer:","unicode":"🍺","votes":1},
              {"shortcode":":point_up_2:","unicode":"👆","votes":1}
            ]
            """,
            await GetAsync(app, "/api/leaderboard"));
    }

    [Fact]
    public async Task A_vote_answers_with_the_emoji_chosen()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        AssertJson("""{"shortcode":":tada:","unicode":"🎉"}""", await GetAsync(app, "/api/vote?choice=:tada:"));
    }

    [Fact]
    public async Task A_vote_for_the_doughnut_is_a_server_error_that_names_the_status()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var error = await GetAsync(app, "/api/vote?choice=:doughnut:", HttpStatusCode.InternalServerError);

        AssertJson("""{"error":"every vote for :doughnut: fails, on purpose","grpcStatus":"Unknown"}""", error);
    }

    [Theory]
    [InlineData("/api/vote", "Say what to vote for, as in ?choice=:tada:.")]
    [InlineData("/api/vote?choice=", "Say what to vote for, as in ?choice=:tada:.")]
    [InlineData("/api/vote?choice=:nothing:", "There is no emoji :nothing:.")]
    public async Task A_vote_for_nothing_is_the_callers_error(string path, string expected)
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var error = await GetAsync(app, path, HttpStatusCode.BadRequest);

        Assert.Equal(expected, (string?)error["error"]);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_a_server_error_that_names_the_status()
    {
        await using var app = await RunningEmojivoto.StartAsync();
        await app.StopVotingAsync();

        var error = await GetAsync(app, "/api/vote?choice=:tada:", HttpStatusCode.InternalServerError);

        Assert.Equal("Unavailable", (string?)error["grpcStatus"]);
        Assert.Equal(100, (await GetAsync(app, "/api/list")).AsArray().Count);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/style.css", "text/css")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task The_page_is_served_and_may_load_only_its_own_files(string path, string expectedType)
    {
        await using var app = await RunningEmojivoto.StartAsync();

        using var response = await app.Web.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expectedType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    private static async Task<JsonNode> GetAsync(RunningEmojivoto app, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await app.Web.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, but it is {actual?.ToJsonString()}");
}
