namespace Conduit.Load.Soak;

/// <summary>What became of the requests of one shape.</summary>
internal sealed class SoakCounts(SoakShape shape)
{
    public SoakShape Shape => shape;

    public long Succeeded { get; private set; }

    public long Failed { get; private set; }

    public void Add(double succeeded, long failed)
    {
        Succeeded += (long)succeeded;
        Failed += failed;
    }
}
