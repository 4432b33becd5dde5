global using System.Text.Json.Nodes;
global using TaskPlatform.Client.Testing;
