using Conduit.Init.Redirection;
using Conduit.Model.Addresses;

namespace Conduit.Init.Tests.Redirection;

public sealed class MultiportGroupsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("80", "80")]
    [InlineData("80,8000-8010", "80,8000:8010")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 | 16")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,20-30", "1,2,3,4,5,6,7,8,9,10,11,12,13,14 | 20:30")]
    [InlineData("1-2,3-4,5-6,7-8,9-10,11-12,13-14,15-16", "1:2,3:4,5:6,7:8,9:10,11:12,13:14 | 15:16")]
    public void A_group_never_takes_more_than_fifteen_slots(string ports, string groups)
    {
        Assert.True(PortSet.TryParse(ports, out var set, out _));

        Assert.Equal(groups, string.Join(" | ", MultiportGroups.Of(set)));
    }
}
