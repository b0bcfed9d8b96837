using System.Net;
using Conduit.TestPod.Calls;
using Conduit.TestPod.Load;
using Conduit.TestPod.Servers;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Any, PodPorts.Http);
    kestrel.Listen(IPAddress.Any, PodPorts.Control);
    kestrel.Listen(IPAddress.Loopback, PodPorts.Private);
});
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Caller>();
builder.Services.AddSingleton<LoadControl>();
builder.Services.AddHostedService<TcpServers>();

var app = builder.Build();
app.MapCalls();
app.MapLoad();
app.MapGet("/", (HttpContext context) => new Visit(
    Environment.MachineName, context.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "", context.Request.Host.Value ?? ""));
await app.RunAsync();
