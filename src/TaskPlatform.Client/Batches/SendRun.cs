namespace TaskPlatform.Client.Batches;

/// <summary>Makes one run as a caller of a single run would.</summary>
internal delegate Task<TaskRun> SendRun(RunTaskRequest request, RequestOptions options, CancellationToken cancellationToken);
