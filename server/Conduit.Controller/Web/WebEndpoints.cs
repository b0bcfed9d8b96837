using Conduit.Controller.Listeners;
using Conduit.Controller.Web.Files;
using Conduit.Controller.Web.Questions;
using Conduit.Controller.Web.Streams;

namespace Conduit.Controller.Web;

/// <summary>Serves the dashboard's port: its files, and below <c>/api/v1</c> what they ask. Nothing that can be asked changes anything.</summary>
internal static class WebEndpoints
{
    private const string Description = "openapi.json";

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        var book = endpoints.ServiceProvider.GetRequiredService<QuestionBook>();

        foreach (var question in book.All)
        {
            endpoints.MapApi(question.Name, context => AnswerAsync(context, book, question));
        }

        endpoints.MapApi("watch", endpoints.ServiceProvider.GetRequiredService<Watch>().HandleAsync);
        endpoints.MapApi("tap", endpoints.ServiceProvider.GetRequiredService<TapStream>().HandleAsync);
        endpoints.MapApi(Description, DescribeAsync);
        endpoints.MapDashboard();
    }

    private static void MapApi(this IEndpointRouteBuilder endpoints, string name, Func<HttpContext, Task> answer) =>
        endpoints.MapGet($"{WebPaths.Api}/{name}", WebFault.Told(answer)).On(Listener.Web);

    private static async Task AnswerAsync(HttpContext context, QuestionBook book, IQuestion question)
    {
        var asked = new AskedQuestion(question, new QuestionParameters(context.Request.Query, question.Parameters));
        await JsonResponse.WriteAsync(context, await book.AnswerAsync(asked, context.RequestAborted));
    }

    private static async Task DescribeAsync(HttpContext context)
    {
        await using var description = typeof(WebEndpoints).Assembly.GetManifestResourceStream(Description)!;
        context.Response.ContentType = "application/json";
        await description.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
