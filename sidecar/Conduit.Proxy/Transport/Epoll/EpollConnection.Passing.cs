namespace Conduit.Proxy.Transport.Epoll;

/// <content>
/// Bytes that pass without being seen. A pipe costs two calls where a copy of a small message costs two as well, and more inside the
/// kernel, so it is used only while bytes come in bulk, and lent only while bytes are in it.
/// </content>
internal sealed unsafe partial class EpollConnection
{
    // A receive that fills the loop's buffer begins a bulk, and one below this ends it.
    private const int LeastInBulk = 32 * 1024;

    private EpollConnection? _target;
    private SplicePipe? _passed;
    private bool _comesInBulk;

    public override void PassTo(Connection target) => _target = target as EpollConnection;

    /// <returns>False when the bytes are still there to be received.</returns>
    private bool TryPass()
    {
        if (!_comesInBulk || _target is not { IsConnected: true, IsClosed: false, _passed: null } target || !target.Output.IsEmpty)
        {
            return false;
        }

        if (_loop.RentPipe() is not { } pipe)
        {
            return false;
        }

        var count = pipe.Fill(socket);
        _comesInBulk = count >= LeastInBulk;

        if (count <= 0)
        {
            _loop.Return(pipe);
            return false;
        }

        Meter?.Read(count);
        target._passed = pipe;
        target.FlushNow();

        if (target._passed is not null)
        {
            PauseReading();
        }

        return true;
    }

    /// <summary>True when nothing is left in the pipe. What is in it came before all that was written meanwhile.</summary>
    private bool SendPassed()
    {
        while (_passed is { IsEmpty: false } pipe)
        {
            var sent = pipe.Drain(socket);

            if (sent < 0)
            {
                OnSendFailed(-sent);
                return false;
            }

            Meter?.Wrote(sent);
        }

        DropPassed();
        return true;
    }

    private void DropPassed()
    {
        if (_passed is { } pipe)
        {
            _passed = null;
            _loop.Return(pipe);
        }
    }
}
