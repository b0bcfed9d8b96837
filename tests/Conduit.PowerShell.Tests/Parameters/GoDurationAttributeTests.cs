using System.Management.Automation;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Tests.Parameters;

public sealed class GoDurationAttributeTests
{
    [Fact]
    public void Texts_of_the_command_line_are_times() => Assert.Equal(TimeSpan.FromSeconds(90), GoDurationAttribute.Read("1m30s"));

    [Fact]
    public void PowerShells_own_texts_stay() => Assert.Equal("00:05:00", GoDurationAttribute.Read("00:05:00"));

    [Fact]
    public void A_bare_number_is_refused() => Assert.Throws<ArgumentTransformationMetadataException>(() => GoDurationAttribute.Read("5"));
}
