using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Batches;

/// <summary>What an input is known by: its position, its reference, and a hash of what it says.</summary>
internal readonly record struct RunInput(long Index, string? Reference, string Fingerprint)
{
    /// <summary>Whether the reference is the caller's, and not one that the client gave.</summary>
    internal bool HasOwnReference { get; private init; }

    internal static RunInput Of(long index, RunTaskRequest request)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            request.Input.WriteTo(writer);
            if (request.HasAdditionalFields)
            {
                request.AdditionalFields.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        return new RunInput(index, request.Reference, Convert.ToHexString(SHA256.HashData(json.WrittenSpan))) { HasOwnReference = request.Reference is not null && request.HasOwnReference };
    }

    // The reference is the caller's own word.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Index = ").Append(Index);
        return true;
    }
}
