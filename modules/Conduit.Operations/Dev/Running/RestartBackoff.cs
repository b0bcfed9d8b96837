namespace Conduit.Operations.Dev.Running;

/// <summary>How long a process that ended waits before it runs again: twice as long each time, until it has run well for a while.</summary>
internal sealed class RestartBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;

    /// <param name="ranFor">How long the process lived.</param>
    public TimeSpan Next(TimeSpan ranFor)
    {
        var delay = ranFor >= Well ? First : _next;
        _next = delay * 2 < Longest ? delay * 2 : Longest;
        return delay;
    }
}
