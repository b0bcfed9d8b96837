namespace Conduit.Controller.Metrics;

/// <summary>
/// Gives equal values as one object, so that what thousands of series have in common is held once. It only saves memory, so it may
/// forget: when <paramref name="most"/> are known, it starts anew. Safe for concurrent use.
/// </summary>
internal sealed class Shared<T>(int most)
    where T : class, IEquatable<T>
{
    private readonly Lock _lock = new();
    private readonly HashSet<T> _values = [];

    public T Of(T value)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(value, out var known))
            {
                return known;
            }

            if (_values.Count == most)
            {
                _values.Clear();
            }

            _values.Add(value);
            return value;
        }
    }
}
