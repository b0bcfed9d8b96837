using System.Net;
using Conduit.Grpc;
using Emojivoto.Emoji.Rpc;
using Emojivoto.Service.Configuration;
using Emojivoto.Service.Hosting;
using Emojivoto.Voting.Rpc;
using Microsoft.AspNetCore.Builder;
using Emojivoto.Web.Configuration;
using Emojivoto.Web.Hosting;

namespace Emojivoto.Tests.Running;

/// <summary>The three services on loopback, each on free ports, with clients for all that they serve.</summary>
internal sealed class RunningEmojivoto : IAsyncDisposable
{
    private static readonly SocketsHttpHandler Connections = new() { UseProxy = false };

    private static readonly GrpcServiceSettings AnyPorts = new(IPAddress.Loopback, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _emoji = GrpcServiceApp.Build(AnyPorts, EmojiRpc.Define);
    private readonly WebApplication _voting = GrpcServiceApp.Build(AnyPorts, VotingRpc.Define);
    private WebApplication? _web;

    private RunningEmojivoto()
    {
    }

    public GrpcChannel Emoji { get; private set; } = null!;

    public GrpcChannel Voting { get; private set; } = null!;

    public HttpClient EmojiCounts { get; private set; } = null!;

    public HttpClient VotingCounts { get; private set; } = null!;

    public HttpClient Web { get; private set; } = null!;

    public static async Task<RunningEmojivoto> StartAsync()
    {
        var running = new RunningEmojivoto();
        await running.StartAllAsync();
        return running;
    }

    public Task StopVotingAsync() => _voting.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Emoji.Dispose();
        Voting.Dispose();
        await _web!.DisposeAsync();
        await _voting.DisposeAsync();
        await _emoji.DisposeAsync();
    }

    private async Task StartAllAsync()
    {
        await _emoji.StartAsync();
        await _voting.StartAsync();
        var (emoji, voting) = (new Uri(_emoji.Urls.First()), new Uri(_voting.Urls.First()));
        _web = WebApp.Build(new WebSettings(IPAddress.Loopback, 0, emoji, voting, TimeSpan.Zero));
        await _web.StartAsync();

        Emoji = GrpcChannel.ForAddress(emoji);
        Voting = GrpcChannel.ForAddress(voting);
        EmojiCounts = ClientOf(_emoji);
        VotingCounts = ClientOf(_voting);
        Web = ClientOf(_web);
    }

    // A service's HTTP/1.1 address is its last.
    private static HttpClient ClientOf(WebApplication app) =>
        new(Connections, disposeHandler: false) { BaseAddress = new Uri(app.Urls.Last()) };
}
