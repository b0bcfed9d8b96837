namespace Conduit.Controller.Metrics;

/// <summary>A stretch of time that ends now.</summary>
/// <param name="Since">Its first second, on the ring's clock.</param>
/// <param name="Length">How much time it covers; what rates are computed with.</param>
internal readonly record struct RingWindow(int Since, TimeSpan Length);
