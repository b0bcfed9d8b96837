using Conduit.Controller.Tests.Doubles;
using Conduit.Controller.Web.Streams;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Web.Streams;

public sealed class WatchTests
{
    private const string TwoQuestions = "watch?q=pods&q=stat%3Fkind%3Ddeployment";

    [Fact]
    public async Task Each_question_is_answered_at_once_under_its_number()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        await using var events = await new WebPage(controller).OpenAsync(TwoQuestions);

        var (first, pods) = await events.NextAsync();
        var (second, stat) = await events.NextAsync();

        Assert.Equal(("0", "1"), (first, second));
        Assert.Equal(2, pods.GetProperty("pods").GetArrayLength());
        Assert.Equal(2, stat.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Only_an_answer_that_changed_is_sent_again_and_not_before_a_second_is_over()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        await using var events = await new WebPage(controller).OpenAsync("watch?q=control-plane&q=pods");
        await events.NextAsync();
        await events.NextAsync();
        await Eventually.Holds(() => controller.Time.PendingTimers > 0);

        await controller.PublishAsync(Mesh.State([Mesh.Pod("web-1")]));
        var next = events.NextAsync();
        controller.Time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(next.IsCompleted);
        controller.Time.Advance(TimeSpan.FromSeconds(0.1));
        var (control, _) = await next;
        var (pods, answer) = await events.NextAsync();
        await controller.PublishAsync(Mesh.State([Mesh.Pod("web-1", "10.0.0.1")]));
        controller.Time.Advance(TimeSpan.FromSeconds(1));
        var (again, _) = await events.NextAsync();

        Assert.Equal(("0", "1", "1"), (control, pods, again));
        Assert.Equal(1, answer.GetProperty("pods").GetArrayLength());
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_now_does_not_end_the_stream()
    {
        await using var controller = await RunningController.StartAsync();
        await using var events = await new WebPage(controller).OpenAsync("watch?q=control-plane&q=pods");

        await events.NextAsync();
        var (name, fault) = await events.NextAsync();
        await controller.PublishAsync(Mesh.Small());
        controller.Time.Advance(TimeSpan.FromSeconds(1));
        await events.NextAsync();
        var (later, _) = await events.NextAsync();

        Assert.Equal(("fault", 1, "1"), (name, fault.GetProperty("question").GetInt32(), later));
        Assert.Contains("no picture", fault.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_closed_gives_its_place_back()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var streams = controller.Get<EventStreams>();

        await using (var events = await new WebPage(controller).OpenAsync(TwoQuestions))
        {
            Assert.Equal(1, streams.Open);
        }

        await Eventually.Holds(() => streams.Open == 0);
    }
}
