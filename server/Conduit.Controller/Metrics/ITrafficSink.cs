namespace Conduit.Controller.Metrics;

/// <summary>Adds up what the series of a question counted.</summary>
internal interface ITrafficSink
{
    /// <param name="key">The series that the sample is of.</param>
    /// <param name="sample">Stands at the sample, whose buckets are still to be read.</param>
    void Add(SeriesKey key, ref SampleReader sample);
}
