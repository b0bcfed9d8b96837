using Conduit.Controller.Calls;
using Conduit.Controller.Identity;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Taps;

/// <summary>Serves <c>conduit.proxy.tap.Tap</c>: a proxy stays attached, commands go down, events come up.</summary>
internal sealed class TapService(ProxyAuthenticator authenticator, ProxyDirectory proxies, TapHub hub, LongCalls calls)
{
    public ServerServiceDefinition Bind() => ServerServiceDefinition.CreateBuilder()
        .AddMethod(GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap), AttachAsync)
        .Build();

    private async Task AttachAsync(
        IAsyncStreamReader<TapReport> reports, IServerStreamWriter<TapCommand> commands, ServerCallContext context)
    {
        var identity = authenticator.Identify(context);
        using var presence = proxies.Enter(identity);
        var proxy = hub.Attach(identity.Pod);

        try
        {
            await calls.RunAsync(context, cancellationToken => ExchangeAsync(proxy, reports, commands, cancellationToken));
        }
        finally
        {
            hub.Detach(proxy);
        }
    }

    // Ends when either side does: the proxy closes its stream, or does not take its commands.
    private async Task ExchangeAsync(
        AttachedProxy proxy, IAsyncStreamReader<TapReport> reports, IServerStreamWriter<TapCommand> commands, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(proxy, commands, ending.Token);
        var receiving = ReceiveAsync(proxy, reports, ending.Token);
        var first = await Task.WhenAny(sending, receiving);
        await ending.CancelAsync();
        await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private static async Task SendAsync(AttachedProxy proxy, IServerStreamWriter<TapCommand> commands, CancellationToken cancellationToken)
    {
        await foreach (var command in proxy.CommandsAsync(cancellationToken))
        {
            await commands.WriteAsync(command, cancellationToken);
        }
    }

    private async Task ReceiveAsync(AttachedProxy proxy, IAsyncStreamReader<TapReport> reports, CancellationToken cancellationToken)
    {
        await foreach (var report in reports.ReadAllAsync(cancellationToken))
        {
            hub.Deliver(proxy, report);
        }
    }
}
