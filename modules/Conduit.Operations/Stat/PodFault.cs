namespace Conduit.Operations.Stat;

/// <summary>Why a pod is not running.</summary>
/// <param name="Pod">Its name.</param>
/// <param name="Reason">As kubectl shows it, such as <c>CrashLoopBackOff</c>.</param>
/// <param name="Message">The same in words.</param>
public sealed record PodFault(string Pod, string Reason, string Message)
{
    public override string ToString() => $"{Pod}: {Reason}: {Message}";
}
