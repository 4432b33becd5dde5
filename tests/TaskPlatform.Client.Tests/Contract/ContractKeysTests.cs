using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Contract;

public sealed class ContractKeysTests
{
    public static TheoryData<string> Records => [.. ContractKeys.All.Keys];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_key_of_the_contract_has_a_member_and_no_member_has_another_key(string record)
    {
        IEnumerable<string> keys = ContractKeys.TypeOf(record)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name)
            .OfType<string>();

        keys.Should().BeEquivalentTo(ContractKeys.All[record]);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_public_member_names_its_key_or_is_none(string record) =>
        ContractKeys.TypeOf(record)
            .GetProperties()
            .Where(static property => !property.IsDefined(typeof(JsonPropertyNameAttribute)) && !property.IsDefined(typeof(JsonIgnoreAttribute)) && !property.IsDefined(typeof(JsonExtensionDataAttribute)))
            .Should().BeEmpty();
}
