namespace TaskPlatform.Client.Consumer;

/// <summary>Something a user of the packages would have met. The text is for whoever made the change.</summary>
internal sealed class ConsumerException(string message) : Exception(message);
