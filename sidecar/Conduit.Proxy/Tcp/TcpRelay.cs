using Conduit.Model.Failures;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Tcp;

/// <summary>
/// Passes bytes both ways until both sides have said that they are done; each side's end is passed on by itself, and when one side
/// breaks, the other is broken too, for half a stream must not look like a whole one.
/// </summary>
internal sealed class TcpRelay : IConnectionHandler, IBackendOwner, IDrainable
{
    private readonly Connection _client;
    private readonly Backend _backend;
    private readonly ByteQueue _early;
    private bool _isRelaying;
    private bool _isClientOpen = true;

    /// <param name="client">Its handler is replaced.</param>
    /// <param name="backend">Opened or about to be; its owner is replaced.</param>
    public TcpRelay(Connection client, Backend backend)
    {
        _early = new ByteQueue(client.Loop.Buffers);
        (_client, _backend) = (client, backend);
        (client.Handler, backend.Owner) = (this, this);
    }

    /// <summary>Comes once, when both sides are gone.</summary>
    public event Action? Died;

    /// <param name="early">What the client has said already.</param>
    public void Start(ReadOnlySpan<byte> early)
    {
        // Kept until there is a connection that can take it; what comes after it waits in the kernel.
        _early.Write(early);

        if (_backend.IsConnected)
        {
            OnBackendConnected();
        }
        else
        {
            _client.PauseReading();
        }
    }

    /// <summary>Nobody can tell where a stream that is not understood may be cut, so it is left to its ends.</summary>
    public void Drain()
    {
    }

    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        if (_isRelaying)
        {
            Pass(bytes, _client, _backend.Connection!);
        }
        else
        {
            _early.Write(bytes);
        }
    }

    public void OnEnd()
    {
        if (_isRelaying)
        {
            _backend.Connection!.End();
        }
    }

    public void OnDrained()
    {
        if (_isRelaying)
        {
            _backend.Connection!.ResumeReading();
        }
    }

    public void OnClosed(CloseReason reason)
    {
        _isClientOpen = false;
        _early.Clear();

        // After an orderly end the other side still has to take what is on its way to it.
        if (reason != CloseReason.Ended || !_isRelaying)
        {
            _backend.Leave(CloseReason.Aborted);
        }

        DieWhenBothAreGone();
    }

    public void OnBackendConnected()
    {
        var backend = _backend.Connection!;
        _isRelaying = true;

        for (var index = 0; index < _early.Segments; index++)
        {
            backend.Output.Write(_early.Segment(index).Span);
        }

        _early.Clear();
        backend.Flush();
        _client.Output.Write(_backend.Early);
        _client.Flush();
        backend.ResumeReading();
        backend.PassTo(_client);
        _client.PassTo(backend);
        _client.ResumeReading();

        if (_client.HasEnded)
        {
            backend.End();
        }
    }

    public void OnBackendFailed(ProxyError error)
    {
        _backend.Tell(error);
        _client.Close(CloseReason.Aborted);
    }

    public void OnBackendReceived(ReadOnlySpan<byte> bytes) => Pass(bytes, _backend.Connection!, _client);

    public void OnBackendEnd() => _client.End();

    public void OnBackendDrained() => _client.ResumeReading();

    public void OnBackendClosed(CloseReason reason)
    {
        if (reason != CloseReason.Ended)
        {
            _client.Close(CloseReason.Aborted);
        }

        DieWhenBothAreGone();
    }

    private static void Pass(ReadOnlySpan<byte> bytes, Connection from, Connection to)
    {
        to.Output.Write(bytes);
        to.Flush();

        if (to.IsCongested)
        {
            from.PauseReading();
        }
    }

    private void DieWhenBothAreGone()
    {
        if (!_isClientOpen && !_backend.IsConnected)
        {
            Died?.Invoke();
            Died = null;
        }
    }
}
