using Conduit.Controller.Web.Questions;
using Conduit.Controller.Web.Safety;
using Conduit.Controller.Web.Streams;

namespace Conduit.Controller.Web;

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddSingleton<IQuestion, StatQuestion>()
        .AddSingleton<IQuestion, TimelineQuestion>()
        .AddSingleton<IQuestion, EdgesQuestion>()
        .AddSingleton<IQuestion, PodsQuestion>()
        .AddSingleton<IQuestion, ControlPlaneQuestion>()
        .AddSingleton<QuestionBook>()
        .AddSingleton<AnswerBoard>()
        .AddSingleton<EventStreams>()
        .AddSingleton<Watch>()
        .AddSingleton<TapStream>()
        .AddSingleton<HostAllowList>();
}
