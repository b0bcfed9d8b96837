using System.Buffers;
using System.Globalization;
using Conduit.Grpc.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Conduit.Grpc.Server;

/// <summary>The response of one call. Handler and deadline both want to write it, so each takes its turn, and it ends once.</summary>
internal sealed class ServerResponse(HttpContext http) : IDisposable
{
    private const int ResetNoError = 0x0;
    private const int ResetCancel = 0x8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isEnded;
    private volatile bool _isAbandoned;

    public async Task WriteHeadersAsync(Metadata headers, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ThrowIfEnded();
            if (http.Response.HasStarted)
            {
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            }

            Add(headers, http.Response.Headers);
            await http.Response.StartAsync(cancellationToken);
            await http.Response.BodyWriter.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> frame, bool flush, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ThrowIfEnded();
            if (!http.Response.HasStarted)
            {
                await http.Response.StartAsync(cancellationToken);
            }

            http.Response.BodyWriter.Write(frame.Span);
            if (flush)
            {
                await http.Response.BodyWriter.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>States the outcome; it leaves when the request delegate returns.</summary>
    public async Task EndAsync(Status status, Metadata trailers)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            End(status, trailers);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>States the outcome and sends it at once, though the handler still runs.</summary>
    public async Task AbandonAsync(Status status, Metadata trailers)
    {
        var reset = http.Features.Get<IHttpResetFeature>();
        _isAbandoned = true;

        // A write that is under way may wait for a client that does not read, and trailers would wait behind it.
        if (!await _turn.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            reset?.Reset(ResetCancel);
            return;
        }

        try
        {
            if (End(status, trailers))
            {
                await http.Response.CompleteAsync();
                reset?.Reset(ResetNoError);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void ThrowIfEnded()
    {
        if (_isAbandoned)
        {
            throw new OperationCanceledException("The call passed its deadline.");
        }

        if (_isEnded)
        {
            throw new InvalidOperationException("Can't write the message because the request is complete.");
        }
    }

    private bool End(Status status, Metadata trailers)
    {
        if (_isEnded)
        {
            return false;
        }

        _isEnded = true;
        if (http.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        // Before the headers left, they can carry the status themselves: a response of trailers only.
        var target = http.Response.HasStarted
            ? http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : http.Response.Headers;
        target[GrpcHeader.Status] = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            target[GrpcHeader.Message] = PercentEncoding.Encode(status.Detail);
        }

        Add(trailers, target);
        return true;
    }

    private static void Add(Metadata metadata, IHeaderDictionary target)
    {
        foreach (var entry in metadata)
        {
            if (!GrpcHeader.IsReserved(entry.Key))
            {
                target[entry.Key] = StringValues.Concat(target[entry.Key], MetadataHeader.Encode(entry));
            }
        }
    }
}
