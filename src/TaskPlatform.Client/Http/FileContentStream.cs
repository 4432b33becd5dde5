namespace TaskPlatform.Client.Http;
