using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class PicturePaceTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly PicturePace _pace;

    public PicturePaceTests()
    {
        _pace = new PicturePace(_time);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 20)]
    [InlineData(30, 300)]
    [InlineData(500, 1000)]
    public void It_rests_ten_times_as_long_as_it_worked_within_bounds(int work, int pause)
    {
        Work(work);

        Assert.Equal(TimeSpan.FromMilliseconds(pause), _pace.Pause());
    }

    [Fact]
    public void Quiet_counts_as_rest()
    {
        Work(30);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(TimeSpan.FromMilliseconds(100), _pace.Pause());

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMilliseconds(20), _pace.Pause());
    }

    private void Work(int milliseconds)
    {
        var started = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        _pace.Worked(started);
    }
}
