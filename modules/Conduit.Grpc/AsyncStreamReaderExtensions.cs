using System.Runtime.CompilerServices;

namespace Conduit.Grpc;

/// <summary>Reads streams of messages.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>The messages up to the end of the stream.</summary>
    public static async IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);

        while (await streamReader.MoveNext(cancellationToken))
        {
            yield return streamReader.Current;
        }
    }

    /// <summary>Waits for the next message; false at the end.</summary>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
    {
        ArgumentNullException.ThrowIfNull(streamReader);

        return streamReader.MoveNext(CancellationToken.None);
    }
}
