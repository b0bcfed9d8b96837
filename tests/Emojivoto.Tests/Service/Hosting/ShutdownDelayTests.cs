using Conduit.Testing.Time;
using Emojivoto.Service.Hosting;
using Microsoft.Extensions.Hosting;

namespace Emojivoto.Tests.Service.Hosting;

public sealed class ShutdownDelayTests
{
    [Fact]
    public void The_application_stops_when_the_delay_has_passed_and_not_before()
    {
        var time = new ManualTimeProvider();
        var application = new RecordingLifetime();
        using var delay = new ShutdownDelay(TimeSpan.FromSeconds(5), time, application);

        Assert.True(delay.TryBegin());
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(application.Stopped);

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(application.Stopped);
    }

    [Fact]
    public void A_second_signal_is_left_to_end_the_process()
    {
        using var delay = new ShutdownDelay(TimeSpan.FromSeconds(5), new ManualTimeProvider(), new RecordingLifetime());

        Assert.True(delay.TryBegin());
        Assert.False(delay.TryBegin());
    }

    private sealed class RecordingLifetime : IHostApplicationLifetime
    {
        public bool Stopped { get; private set; }

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => Stopped = true;
    }
}
