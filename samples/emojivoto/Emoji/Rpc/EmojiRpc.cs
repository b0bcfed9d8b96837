using Conduit.Grpc;
using Emojivoto.Emoji.Catalogue;
using Emojivoto.Service.Rpc;
using Emojivoto.V1;

namespace Emojivoto.Emoji.Rpc;

/// <summary>Answers the methods of EmojiService from the catalogue.</summary>
internal static class EmojiRpc
{
    public static ServerServiceDefinition Define(RpcCounts counts)
    {
        var service = EmojiReflection.Descriptor.Services[0];
        var listAll = GrpcMethod.Create<ListAllEmojiRequest, ListAllEmojiResponse>(service.FindMethodByName("ListAll"));
        var find = GrpcMethod.Create<FindByShortcodeRequest, FindByShortcodeResponse>(service.FindMethodByName("FindByShortcode"));

        return ServerServiceDefinition.CreateBuilder()
            .AddMethod(listAll, counts.Counted(listAll, (_, _) => Task.FromResult(ListAll())))
            .AddMethod(find, counts.Counted(find, (request, _) => Task.FromResult(Find(request))))
            .Build();
    }

    private static ListAllEmojiResponse ListAll() => new()
    {
        List = { EmojiCatalogue.All.Select(emoji => new V1.Emoji { Shortcode = emoji.Shortcode, Unicode = emoji.Unicode }) },
    };

    private static FindByShortcodeResponse Find(FindByShortcodeRequest request) =>
        EmojiCatalogue.FindUnicode(request.Shortcode) is { } unicode
            ? new() { Emoji = new() { Shortcode = request.Shortcode, Unicode = unicode } }
            : new();
}
