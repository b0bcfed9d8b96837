namespace Conduit.Proxy.Transport.Timers;

/// <summary>Something to do later on the loop. Made once and scheduled as often as needed, so timing costs no memory.</summary>
internal sealed class LoopTimer(Action callback)
{
    internal LoopTimer? Next { get; set; }

    internal LoopTimer? Previous { get; set; }

    internal long DueTick { get; set; }

    public bool IsScheduled { get; internal set; }

    internal void Fire() => callback();
}
