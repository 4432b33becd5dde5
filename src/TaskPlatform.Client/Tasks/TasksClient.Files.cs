using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Opens a file of a run as a stream (<c>GET …/task/{task_id}/run/{task_run_id}/file/{file_name}</c>): one the run
    /// produced, named by its output, or one that was uploaded with it. The file is never held in memory.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="file">The file: <see cref="ImageOutput.File"/> and the like, or an entry of <see cref="TaskRun.Files"/>.</param>
    /// <param name="cancellationToken">Cancels the opening; reading has its own.</param>
    /// <returns>The bytes; dispose the stream to give the connection back.</returns>
    /// <exception cref="ArgumentException">The answer names no file, or the file has no name that can be asked for.</exception>
    /// <exception cref="TaskPlatformException">The call failed, or the file's link leads outside of the project's address.</exception>
    public virtual Task<Stream> OpenFileAsync(TaskRun run, RunFile? file, CancellationToken cancellationToken = default) =>
        OpenCoreAsync(run, file, options: null, cancellationToken);

    /// <inheritdoc cref="OpenFileAsync(TaskRun, RunFile, CancellationToken)"/>
    /// <param name="run">The run.</param>
    /// <param name="file">The file: <see cref="ImageOutput.File"/> and the like, or an entry of <see cref="TaskRun.Files"/>.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the opening; reading has its own.</param>
    public virtual Task<Stream> OpenFileAsync(TaskRun run, RunFile? file, RequestOptions options, CancellationToken cancellationToken = default) =>
        OpenCoreAsync(run, file, options, cancellationToken);

    /// <summary>Opens a file of a run as a stream, for programs that kept the ids and not the run.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="runId">The run.</param>
    /// <param name="fileName">The stored name (<c>stored_filename</c>, <c>image_name</c> …): one path segment.</param>
    /// <param name="cancellationToken">Cancels the opening; reading has its own.</param>
    /// <returns>The bytes; dispose the stream to give the connection back.</returns>
    /// <exception cref="ArgumentException">The name is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="TaskPlatformException">The call failed.</exception>
    public virtual Task<Stream> OpenFileAsync(Guid taskId, Guid runId, string fileName, CancellationToken cancellationToken = default) =>
        OpenNamedAsync(taskId, runId, fileName, options: null, cancellationToken);

    /// <inheritdoc cref="OpenFileAsync(Guid, Guid, string, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="runId">The run.</param>
    /// <param name="fileName">The stored name (<c>stored_filename</c>, <c>image_name</c> …): one path segment.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the opening; reading has its own.</param>
    public virtual Task<Stream> OpenFileAsync(Guid taskId, Guid runId, string fileName, RequestOptions options, CancellationToken cancellationToken = default) =>
        OpenNamedAsync(taskId, runId, fileName, options, cancellationToken);

    /// <summary>
    /// Saves a file of a run. It is written under a temporary name beside the path and moved into place when it is
    /// complete, so that no half file ever stands under the path; an older file there is replaced.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="file">The file: <see cref="ImageOutput.File"/> and the like, or an entry of <see cref="TaskRun.Files"/>.</param>
    /// <param name="path">Where to save it; the folder must exist.</param>
    /// <param name="progress">Told how far it has come, or null.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="ArgumentException">The answer names no file, or the file has no name that can be asked for.</exception>
    /// <exception cref="TaskPlatformException">The call failed, or the file broke off on its way.</exception>
    /// <exception cref="IOException">The folder does not exist or the path is one, told before anything is sent; or the file could not be written.</exception>
    public virtual Task DownloadFileAsync(TaskRun run, RunFile? file, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DownloadCoreAsync(run, file, path, progress is null ? null : new RequestOptions { Progress = progress }, cancellationToken);

    /// <inheritdoc cref="DownloadFileAsync(TaskRun, RunFile, string, IProgress{TransferProgress}, CancellationToken)"/>
    /// <param name="run">The run.</param>
    /// <param name="file">The file: <see cref="ImageOutput.File"/> and the like, or an entry of <see cref="TaskRun.Files"/>.</param>
    /// <param name="path">Where to save it; the folder must exist.</param>
    /// <param name="options">What this call does otherwise than the client's options say, progress included.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public virtual Task DownloadFileAsync(TaskRun run, RunFile? file, string path, RequestOptions options, CancellationToken cancellationToken = default) =>
        DownloadCoreAsync(run, file, path, options, cancellationToken);

    private async Task<Stream> OpenCoreAsync(TaskRun run, RunFile? file, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        RunFileAddress address = RunFileAddress.Of(file);
        return await OpenAsync(run.TaskId, run.Id, address, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Stream> OpenNamedAsync(Guid taskId, Guid runId, string fileName, RequestOptions? options, CancellationToken cancellationToken) =>
        await OpenAsync(taskId, runId, RunFileAddress.Of(fileName), options, cancellationToken).ConfigureAwait(false);

    private async Task DownloadCoreAsync(TaskRun run, RunFile? file, string path, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileDownload.CheckTarget(path);
        Stream content = await OpenCoreAsync(run, file, options, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await FileDownload.SaveAsync(content, path, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Stream> OpenAsync(Guid taskId, Guid runId, RunFileAddress file, RequestOptions? options, CancellationToken cancellationToken)
    {
        FileAnswer answer = await transport.OpenAsync(
            TaskRoutes.File,
            new RouteValues(taskId, runId, file.Name),
            file.DownloadUrl,
            new CallContext(options, taskId) { RunId = runId },
            cancellationToken).ConfigureAwait(false);
        return answer.Content;
    }
}
