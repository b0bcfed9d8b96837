namespace Conduit.Proxy.Transport.Epoll;

/// <summary>Numbers of Linux's headers, the same on x64 and arm64.</summary>
internal static class Linux
{
    public const int Interrupted = 4;
    public const int WouldBlock = 11;
    public const int OutOfMemory = 12;
    public const int TooManyFilesInSystem = 23;
    public const int TooManyFiles = 24;
    public const int NoBuffers = 105;
    public const int InProgress = 115;

    public const int Ipv4 = 2;
    public const int Ipv6 = 10;
    public const int Stream = 1;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    public const int SocketLevel = 1;
    public const int ReuseAddress = 2;
    public const int Error = 4;
    public const int KeepAlive = 9;
    public const int Linger = 13;
    public const int ReusePort = 15;
    public const int TcpLevel = 6;
    public const int NoDelay = 1;
    public const int KeepAliveAfter = 4;
    public const int KeepAliveEvery = 5;
    public const int KeepAliveProbes = 6;
    public const int IpLevel = 0;
    public const int Ipv6Level = 41;
    public const int Ipv6Only = 26;
    public const int OriginalDestination = 80;

    public const int Peek = 2;
    public const int NoSignal = 0x4000;
    public const int ShutdownWrite = 1;

    public const int Add = 1;
    public const int Remove = 2;
    public const int Modify = 3;

    public const int SpliceMoveNonBlocking = 3;
    public const int SetPipeSize = 1031;
}
