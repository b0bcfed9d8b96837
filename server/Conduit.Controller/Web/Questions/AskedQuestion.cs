namespace Conduit.Controller.Web.Questions;

/// <summary>A question with its parameters.</summary>
internal sealed record AskedQuestion(IQuestion Question, QuestionParameters Parameters)
{
    /// <summary>The same for all who ask the same.</summary>
    public string Key { get; } = $"{Question.Name}?{Parameters.Key}";
}
