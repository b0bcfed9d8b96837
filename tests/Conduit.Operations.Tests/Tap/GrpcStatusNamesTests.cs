using Conduit.Operations.Tap;

namespace Conduit.Operations.Tests.Tap;

public sealed class GrpcStatusNamesTests
{
    [Theory]
    [InlineData(0, "OK")]
    [InlineData(1, "Canceled")]
    [InlineData(4, "DeadlineExceeded")]
    [InlineData(14, "Unavailable")]
    [InlineData(16, "Unauthenticated")]
    [InlineData(666, "Code(666)")]
    public void Codes_have_the_names_of_Go(uint status, string name) => Assert.Equal(name, GrpcStatusNames.Of(status));
}
