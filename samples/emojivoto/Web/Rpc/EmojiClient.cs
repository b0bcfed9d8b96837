using Conduit.Grpc;
using Emojivoto.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Emojivoto.Web.Rpc;

/// <summary>Asks EmojiService which emoji there are.</summary>
internal sealed class EmojiClient(RpcCaller service)
{
    private static readonly ServiceDescriptor Service = EmojiReflection.Descriptor.Services[0];

    private static readonly Method<ListAllEmojiRequest, ListAllEmojiResponse> ListAll =
        GrpcMethod.Create<ListAllEmojiRequest, ListAllEmojiResponse>(Service.FindMethodByName("ListAll"));

    private static readonly Method<FindByShortcodeRequest, FindByShortcodeResponse> FindByShortcode =
        GrpcMethod.Create<FindByShortcodeRequest, FindByShortcodeResponse>(Service.FindMethodByName("FindByShortcode"));

    public async Task<IReadOnlyList<Emoji>> ListAsync(CancellationToken cancellationToken)
    {
        var response = await service.CallAsync(ListAll, new ListAllEmojiRequest(), cancellationToken);
        return response.List;
    }

    public async Task<Emoji?> FindAsync(string shortcode, CancellationToken cancellationToken)
    {
        var response = await service.CallAsync(FindByShortcode, new FindByShortcodeRequest { Shortcode = shortcode }, cancellationToken);
        return response.Emoji;
    }
}
