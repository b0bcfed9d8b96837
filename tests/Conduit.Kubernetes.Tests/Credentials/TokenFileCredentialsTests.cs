using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Credentials;
using Conduit.Kubernetes.Tests.Configuration;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Credentials;

public sealed class TokenFileCredentialsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_renewed_token_is_used_within_a_minute()
    {
        var credentials = Credentials("first");
        Assert.Equal("first", await TokenAsync(credentials));
        _folder.Write("token", "second");

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("first", await TokenAsync(credentials));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("second", await TokenAsync(credentials));
    }

    [Fact]
    public async Task A_token_that_was_refused_is_read_again_at_once()
    {
        var credentials = Credentials("first");
        var refused = await credentials.GetAsync(CancellationToken.None);
        _folder.Write("token", "second");

        Assert.True(credentials.Renew(refused));

        Assert.Equal("second", await TokenAsync(credentials));
    }

    [Fact]
    public async Task A_file_that_is_gone_or_empty_is_named()
    {
        var credentials = Credentials("");
        var empty = await Assert.ThrowsAsync<KubeConfigException>(() => TokenAsync(credentials));
        File.Delete(_folder.At("token"));
        var gone = await Assert.ThrowsAsync<KubeConfigException>(() => TokenAsync(credentials));

        Assert.Contains(_folder.At("token"), empty.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.At("token"), gone.Message, StringComparison.Ordinal);
    }

    private TokenFileCredentials Credentials(string token) => new(_folder.Write("token", token), certificate: null, _time);

    private static async Task<string?> TokenAsync(TokenFileCredentials credentials) =>
        (await credentials.GetAsync(CancellationToken.None)).Authorization!.Parameter;
}
