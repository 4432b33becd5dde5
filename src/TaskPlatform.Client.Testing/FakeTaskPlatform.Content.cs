using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Agents;
using TaskPlatform.Client.Testing.Tasks;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

// What is on the platform: projects, credentials, tasks, agents.
public sealed partial class FakeTaskPlatform
{
    /// <summary>Adds a task. Its first revision is live at once.</summary>
    /// <param name="name">Its name: letters, digits, hyphens and spaces, at most 63.</param>
    /// <param name="define">Says what it is like; null leaves all defaults, a <c>json</c> task without inputs.</param>
    /// <returns>The task, for scripting and inspection.</returns>
    /// <exception cref="ArgumentException">The platform would refuse such a task; the message says why.</exception>
    public FakeTask AddTask(string name, Action<FakeTaskDefinition>? define = null)
    {
        var definition = new FakeTaskDefinition();
        define?.Invoke(definition);
        return Seed(nameof(define), () => TaskSeeder.Add(state, name, definition, definition.ProjectId ?? ProjectId));
    }

    /// <summary>Finds a task, one that was made through the API too, to script its answers.</summary>
    /// <param name="id">The task's id.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public FakeTask FindTask(Guid id) =>
        Under(() => state.Tasks.GetValueOrDefault(id)) ?? throw new ArgumentException($"The platform has no task {id}.", nameof(id));

    /// <summary>Adds a task agent. Its first revision is live at once.</summary>
    /// <param name="name">Its name, at most 255 characters.</param>
    /// <param name="define">Says what it is like; null leaves all defaults, an agentic agent without tools.</param>
    /// <returns>The agent, for inspection.</returns>
    /// <exception cref="ArgumentException">The platform would refuse such an agent; the message says why.</exception>
    public FakeTaskAgent AddAgent(string name, Action<FakeTaskAgentDefinition>? define = null)
    {
        var definition = new FakeTaskAgentDefinition();
        define?.Invoke(definition);
        return Seed(nameof(define), () => AgentSeeder.Add(state, name, definition, definition.ProjectId ?? ProjectId));
    }

    /// <summary>Adds a tag; one of the same name and kind is not added twice.</summary>
    /// <param name="name">The name, which is what a run asks for.</param>
    /// <param name="entityType">What is tagged: <c>task_revision</c> or <c>task</c>.</param>
    /// <returns>The id, which is what an update sends.</returns>
    public Guid AddTag(string name, string entityType = "task_revision") => Under(() => state.Labels.AddTag(name, entityType));

    /// <summary>Adds a model, so that it is listed and answers name it.</summary>
    /// <param name="name">The model's reference name.</param>
    /// <param name="fields">What else is said of it, under the names of the wire, such as <c>alias</c> or <c>retired</c>; null leaves the defaults.</param>
    /// <returns>The id, which is what an update sends. An update may also send the id of a model nobody added.</returns>
    public Guid AddModel(string name, JsonObject? fields = null) => Under(() => state.Labels.AddModel(name, fields));

    /// <summary>Adds a project; calls to any other than those added are refused with 403.</summary>
    /// <param name="organizationId">The organization it belongs to.</param>
    /// <param name="projectId">The id of the project.</param>
    public void AddProject(Guid organizationId, Guid projectId) => Under(() => state.Projects[projectId] = organizationId);

    /// <summary>Adds an OAuth client that may ask for tokens, or changes the secret of one.</summary>
    /// <param name="id">The client id, in the clear.</param>
    /// <param name="secret">The client secret, in the clear; the platform undoes the form-url-encoding of the Basic header.</param>
    public void AddClient(string id, string secret) => Under(() => state.Clients[id] = secret);

    /// <summary>Makes the platform accept an API key.</summary>
    /// <param name="key">The key.</param>
    public void AddApiKey(string key) => Under(() => state.Bearers.AddKey(key));

    /// <summary>Makes the platform accept an access token it did not issue: one got elsewhere, or one a scripted answer hands out.</summary>
    /// <param name="token">The token.</param>
    /// <param name="lifetime">How long it is good from now; null is for ever.</param>
    public void AddAccessToken(string token, TimeSpan? lifetime = null) => Under(() => state.Bearers.AddToken(token, lifetime));

    /// <summary>Makes the platform accept the access token of a person who logged in, which belongs to no project: <c>whoami</c> names none for it.</summary>
    /// <param name="token">The token.</param>
    /// <param name="lifetime">How long it is good from now; null is for ever.</param>
    public void AddPersonToken(string token, TimeSpan? lifetime = null) => Under(() => state.Bearers.AddPerson(token, lifetime));

    /// <summary>Issues a refresh token. It is good once; each answer to it carries the next one.</summary>
    /// <returns>The token.</returns>
    public string AddRefreshToken() => Under(tokens.IssueRefreshToken);

    /// <summary>Refuses every access token issued or added so far, from now on; new ones are issued as before. API keys and tasks' own tokens stay good.</summary>
    public void RevokeTokens() => Under(() => state.Bearers.RevokeTokens());

    /// <summary>Refuses every API key so far, from now on.</summary>
    public void RevokeApiKeys() => Under(() => state.Bearers.RevokeKeys());

    private T Seed<T>(string parameter, Func<T> add)
    {
        try
        {
            return Under(add);
        }
        catch (Refusal refusal)
        {
            throw new ArgumentException($"The platform refuses this: {refusal.Body.ToJsonString()}", parameter, refusal);
        }
    }
}
