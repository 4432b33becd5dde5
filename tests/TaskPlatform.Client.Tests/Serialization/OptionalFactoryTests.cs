using System.Reflection;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Serialization;

public sealed class OptionalFactoryTests
{
    [Fact]
    public void Every_optional_of_a_request_can_stand_alone_in_a_strangers_type()
    {
        IEnumerable<PropertyInfo> optionals = new[] { typeof(UpdateTaskRequest), typeof(UpdateTaskAgentRequest) }
            .SelectMany(static type => type.GetProperties())
            .Where(static property => property.PropertyType.Name.StartsWith("Optional", StringComparison.Ordinal));

        foreach (Type type in optionals.Select(static property => property.PropertyType).Distinct())
        {
            object unset = Activator.CreateInstance(type)!;
            JsonSerializer.Serialize(unset, type, Serializers.All["reflection"]).Should().Be("null", type.ToString());
        }
    }
}
