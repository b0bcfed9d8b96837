namespace Conduit.PowerShell.Streams;

/// <summary>How far a long activity is: the progress stream.</summary>
/// <param name="Activity">What is done.</param>
/// <param name="Status">What happens now.</param>
/// <param name="Percent">0 to 100; -1 when it cannot be said.</param>
internal sealed record CmdletProgress(string Activity, string Status, int Percent = -1);
