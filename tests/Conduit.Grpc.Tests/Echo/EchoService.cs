namespace Conduit.Grpc.Tests.Echo;

/// <summary>Answers what it is asked; echoes the metadata <c>x-echo</c> as header and <c>x-echo-bin</c> as trailer.</summary>
internal sealed class EchoService(TimeProvider time)
{
    private int _cancelled;

    public int Cancelled => Volatile.Read(ref _cancelled);

    public ServerServiceDefinition Definition => ServerServiceDefinition.CreateBuilder()
        .AddMethod(EchoMethods.Once, OnceAsync)
        .AddMethod(EchoMethods.Collect, CollectAsync)
        .AddMethod(EchoMethods.Repeat, RepeatAsync)
        .AddMethod(EchoMethods.Converse, ConverseAsync)
        .AddMethod(EchoMethods.CountCancelled, CountCancelledAsync)
        .Build();

    private Task<CountCancelledReply> CountCancelledAsync(CountCancelledRequest request, ServerCallContext context) =>
        Task.FromResult(new CountCancelledReply { Count = Cancelled });

    private async Task<EchoReply> OnceAsync(EchoRequest request, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        await ObeyAsync(request, context);
        return ReplyTo(request, context);
    }

    private async Task<EchoReply> CollectAsync(IAsyncStreamReader<EchoRequest> requests, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        var texts = new List<string>();
        await foreach (var request in ReadAsync(requests, context))
        {
            await ObeyAsync(request, context);
            texts.Add(request.Text);
        }

        return new EchoReply { Text = string.Join(',', texts) };
    }

    private async Task RepeatAsync(EchoRequest request, IServerStreamWriter<EchoReply> replies, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        for (var index = 0; index < request.Count; index++)
        {
            var reply = ReplyTo(request, context);
            reply.Text += $" {index}";
            await replies.WriteAsync(reply);
        }

        await ObeyAsync(request, context);
    }

    private async Task ConverseAsync(IAsyncStreamReader<EchoRequest> requests, IServerStreamWriter<EchoReply> replies, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        await foreach (var request in ReadAsync(requests, context))
        {
            await ObeyAsync(request, context);
            await replies.WriteAsync(ReplyTo(request, context));
        }
    }

    private static async Task EchoMetadataAsync(ServerCallContext context)
    {
        foreach (var entry in context.RequestHeaders.GetAll("x-echo-bin"))
        {
            context.ResponseTrailers.Add(entry);
        }

        if (context.RequestHeaders.Get("x-echo") is { } echo)
        {
            await context.WriteResponseHeadersAsync([echo]);
        }
    }

    private EchoReply ReplyTo(EchoRequest request, ServerCallContext context) => new()
    {
        Text = request.Text,
        Payload = request.Payload,
        Encoding = context.GetHttpContext().Request.Headers["grpc-encoding"].ToString(),
        RemainingMs = context.Deadline == DateTime.MaxValue ? 0 : (long)(context.Deadline - time.GetUtcNow().UtcDateTime).TotalMilliseconds,
    };

    private async Task ObeyAsync(EchoRequest request, ServerCallContext context)
    {
        if (request.StatusCode != 0)
        {
            throw new RpcException(new Status((StatusCode)request.StatusCode, request.StatusDetail));
        }

        if (request.Hang)
        {
            await CountingCancellationAsync(() => Task.Delay(Timeout.InfiniteTimeSpan, time, context.CancellationToken));
        }
    }

    private async IAsyncEnumerable<EchoRequest> ReadAsync(IAsyncStreamReader<EchoRequest> requests, ServerCallContext context)
    {
        var more = true;
        while (more)
        {
            await CountingCancellationAsync(async () => more = await requests.MoveNext(context.CancellationToken));
            if (more)
            {
                yield return requests.Current;
            }
        }
    }

    private async Task CountingCancellationAsync(Func<Task> wait)
    {
        try
        {
            await wait();
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
    }
}
