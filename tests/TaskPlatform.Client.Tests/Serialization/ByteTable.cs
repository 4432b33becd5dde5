using System.Text;
using System.Text.Json;
using FluentAssertions;

namespace TaskPlatform.Client.Tests.Serialization;

/// <summary>Holds a request against the exact bytes it must become, through every serializer, and reads it back.</summary>
internal static class ByteTable
{
    internal static void Check<T>(T request, string expected)
    {
        foreach ((string name, JsonSerializerOptions options) in Serializers.All)
        {
            byte[] sent = JsonSerializer.SerializeToUtf8Bytes(request, options);
            Encoding.UTF8.GetString(sent).Should().Be(expected, name);

            T back = JsonSerializer.Deserialize<T>(sent, options)!;
            JsonSerializer.Serialize(back, options).Should().Be(expected, $"read back by {name}");
        }
    }
}
