using System.Diagnostics;
using Conduit.FleetLoad.Fleet;
using Conduit.Load.Machine;

namespace Conduit.FleetLoad.Observation;

/// <summary>Watches a controller for some minutes: the first without visitors, the others with a page open.</summary>
internal sealed class MeasuredRun(FleetController controller, RunningFleet fleet, TextWriter progress)
{
    private const int QuietMinutes = 2;
    private const int Tries = 5;

    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    private readonly List<Minute> _minutes = [];
    private IReadOnlyList<PaintTimes> _paints = [];

    public async Task<FleetResult> RunAsync(int minutes)
    {
        using var questions = new Questions(controller);
        await using var page = await Page.OpenAsync(controller.Web);

        for (var number = 1; number <= minutes; number++)
        {
            if (number == QuietMinutes + 1 && page is not null)
            {
                _paints = await page.TimePaintsAsync();
                await page.StayAsync();
            }

            _minutes.Add(await MeasureAsync(number, questions, number > QuietMinutes ? page : null));
            await progress.WriteLineAsync(_minutes[^1].ToString());
            await fleet.DemandAllRunAsync();
        }

        return new FleetResult(_paints, _minutes);
    }

    private async Task<Minute> MeasureAsync(int number, Questions questions, Page? page)
    {
        var (since, before) = (Stopwatch.GetTimestamp(), Cpu.MicrosecondsOf(controller.Id));
        await Task.Delay(OneMinute, TimeProvider.System);
        var cores = (Cpu.MicrosecondsOf(controller.Id) - before) / Stopwatch.GetElapsedTime(since).TotalMicroseconds;
        var memory = new ControllerMemory(Cpu.MegabytesOf(controller.Id), await questions.HeapAsync());
        var stat = await MedianAsync(() => questions.TimeStatAsync(fleet.Rows));
        var update = await MedianAsync(() => questions.TimeUpdateAsync(fleet));
        return new Minute(number, cores, memory, stat, update, page is null ? null : await page.MeasureAsync());
    }

    private static async Task<TimeSpan> MedianAsync(Func<Task<TimeSpan>> measure)
    {
        var times = new List<TimeSpan>();

        while (times.Count < Tries)
        {
            times.Add(await measure());
        }

        return times.Order().ElementAt(Tries / 2);
    }
}
