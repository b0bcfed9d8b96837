using Conduit.Operations.Dev.Running;

namespace Conduit.Operations.Tests.Dev.Running;

public sealed class RestartBackoffTests
{
    private readonly RestartBackoff _backoff = new();

    [Fact]
    public void Each_delay_is_twice_the_last_up_to_half_a_minute() =>
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 8).Select(_ => _backoff.Next(TimeSpan.FromSeconds(1)).TotalSeconds));

    [Fact]
    public void A_minute_of_good_running_starts_over()
    {
        _backoff.Next(TimeSpan.Zero);
        _backoff.Next(TimeSpan.Zero);

        Assert.Equal([0.5, 1], new[] { _backoff.Next(TimeSpan.FromMinutes(1)).TotalSeconds, _backoff.Next(TimeSpan.Zero).TotalSeconds });
    }
}
