namespace Conduit.Controller.Metrics;

/// <summary>So many responses in the bucket of that number on the scale of LatencyBuckets.</summary>
internal readonly record struct BucketCount(int Number, ulong Count);
