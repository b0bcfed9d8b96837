using Conduit.Kubernetes.Watching;

namespace Conduit.Kubernetes.Tests.Watching;

public sealed class BackoffTests
{
    private static readonly double[] Steps = [0.8, 1.6, 3.2, 5, 5];

    [Fact]
    public void Pauses_grow_to_a_limit_and_chance_adds_up_to_as_much_again()
    {
        var backoff = new Backoff(new Random(1));

        Assert.All(Steps, step => Assert.InRange(backoff.Next().TotalSeconds, step, 2 * step));
    }

    [Fact]
    public void After_a_success_they_start_anew()
    {
        var backoff = new Backoff(new Random(1));
        Array.ForEach(Steps, _ => backoff.Next());

        backoff.Reset();

        Assert.InRange(backoff.Next().TotalSeconds, 0.8, 1.6);
    }

    [Fact]
    public void Two_of_them_do_not_keep_step() => Assert.NotEqual(new Backoff(new Random(1)).Next(), new Backoff(new Random(2)).Next());
}
