namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>A run as the platform answers it, with a marker wherever there may be content; its record has no setters to fill.</summary>
internal static class MarkedRun
{
    internal const string Json = """
        {
          "id": "0195d207-32bb-d03d-cfdc-000000000001",
          "task_id": "0195d207-32bb-d03d-cfdc-000000000002",
          "task_revision_id": "0195d207-32bb-d03d-cfdc-000000000003",
          "created": "2025-03-20T16:04:05Z",
          "task_name": "mark-task_name-end",
          "model_name": "mark-model_name-end",
          "response": {"mark-response-end": "mark-response-end"},
          "run_data": {"submitted": {"mark-submitted-end": "mark-submitted-end"}, "mark-run_data-end": "mark-run_data-end"},
          "files": [{"original_filename": "mark-original_filename-end", "stored_filename": "mark-stored_filename-end", "content_type": "mark-content_type-end",
            "download_url": "mark-download_url-end", "source_task_name": "mark-source_task_name-end", "mark-file-end": "mark-file-end"}],
          "is_error": true,
          "reference": "mark-reference-end",
          "context_id": "mark-context_id-end",
          "primary_failure_reason": "mark-primary_failure_reason-end",
          "reporting_group": {"id": "0195d207-32bb-d03d-cfdc-000000000004", "name": "mark-group_name-end", "description": "mark-group_description-end"},
          "event_trigger_id": ["mark-event_trigger_id-end"],
          "charged_credits": "mark-charged_credits-end",
          "mark-unknown-end": "mark-unknown-end"
        }
        """;
}
