using Conduit.Grpc;
using Emojivoto.Emoji.Catalogue;
using Emojivoto.Tests.Running;
using Emojivoto.V1;
using Google.Protobuf.Reflection;

namespace Emojivoto.Tests.Emoji.Hosting;

public sealed class EmojiAppTests
{
    private static readonly ServiceDescriptor Service = EmojiReflection.Descriptor.Services[0];

    [Fact]
    public async Task ListAll_gives_the_whole_catalogue_in_its_order()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var response = await ListAllAsync(app);

        Assert.Equal(EmojiCatalogue.All, response.List.Select(emoji => (emoji.Shortcode, emoji.Unicode)));
    }

    [Fact]
    public async Task FindByShortcode_gives_the_emoji_or_none()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var found = await FindAsync(app, ":tada:");
        var missing = await FindAsync(app, ":nothing:");

        Assert.Equal(new V1.Emoji { Shortcode = ":tada:", Unicode = "🎉" }, found.Emoji);
        Assert.Null(missing.Emoji);
    }

    [Fact]
    public async Task Its_counts_tell_each_method_apart()
    {
        await using var app = await RunningEmojivoto.StartAsync();
        await ListAllAsync(app);
        await FindAsync(app, ":tada:");
        await FindAsync(app, ":nothing:");

        var counts = await app.EmojiCounts.GetStringAsync("/metrics");

        Assert.Equal(
            """
            # HELP grpc_server_handled_total Calls that ended, by their status code.
            # TYPE grpc_server_handled_total counter
            grpc_server_handled_total{grpc_type="unary",grpc_service="emojivoto.v1.EmojiService",grpc_method="FindByShortcode",grpc_code="OK"} 2
            grpc_server_handled_total{grpc_type="unary",grpc_service="emojivoto.v1.EmojiService",grpc_method="ListAll",grpc_code="OK"} 1
            # HELP grpc_server_started_total Calls that began.
            # TYPE grpc_server_started_total counter
            grpc_server_started_total{grpc_type="unary",grpc_service="emojivoto.v1.EmojiService",grpc_method="FindByShortcode"} 2
            grpc_server_started_total{grpc_type="unary",grpc_service="emojivoto.v1.EmojiService",grpc_method="ListAll"} 1

            """,
            counts);
    }

    private static async Task<ListAllEmojiResponse> ListAllAsync(RunningEmojivoto app)
    {
        var method = GrpcMethod.Create<ListAllEmojiRequest, ListAllEmojiResponse>(Service.FindMethodByName("ListAll"));
        return await app.Emoji.CreateCallInvoker().AsyncUnaryCall(method, null, default, new ListAllEmojiRequest());
    }

    private static async Task<FindByShortcodeResponse> FindAsync(RunningEmojivoto app, string shortcode)
    {
        var method = GrpcMethod.Create<FindByShortcodeRequest, FindByShortcodeResponse>(Service.FindMethodByName("FindByShortcode"));
        return await app.Emoji.CreateCallInvoker().AsyncUnaryCall(method, null, default, new FindByShortcodeRequest { Shortcode = shortcode });
    }
}
