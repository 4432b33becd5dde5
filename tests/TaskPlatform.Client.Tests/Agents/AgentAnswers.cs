namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Answers as the platform gives them, with made-up values.</summary>
internal static class AgentAnswers
{
    /// <summary>Every key of an agent, a revision and their entries.</summary>
    internal const string Complete = """
        {
          "id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7",
          "name": "Berry desk",
          "task_agent_run_visibility": "all_viewers",
          "is_deleted": true,
          "shared_with_project": true,
          "created": "2025-08-13T07:44:51.208815Z",
          "modified": "2025-10-07T22:10:03Z",
          "active_revision": { "id": "0198a1b2-7810-c2fb-e6a9-1d84f05ce37b", "task_agent_id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7", "created": "2025-08-13T07:44:51", "modified": null, "label": "spring" },
          "seven_day_summary": { "run_count": 41, "average_charged_credits": "6.75", "average_duration_ms": 8120.5 },
          "revisions": [
            {
              "id": "0199c0de-4412-d9a6-f27e-b35108ce6d94",
              "task_agent_id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7",
              "description": "Answers pickers.",
              "instruction": "Grade first.",
              "mode": "sequential",
              "llm_model_id": "01977c3e-51aa-d8e0-c45b-8f20b3d6174e",
              "llm_model": { "id": "01977c3e-51aa-d8e0-c45b-8f20b3d6174e", "name": "heron-2" },
              "fallback_llm_model_id": "01985d90-2b67-f1c3-e09a-47ad5c81be22",
              "fallback_llm_model": { "id": "01985d90-2b67-f1c3-e09a-47ad5c81be22", "name": "kestrel-mini" },
              "task_tools": [
                {
                  "id": "0198a1b2-78d2-f0e9-c75b-42ad6f8013ec", "task_id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa", "task_revision_id": "0195d207-3301-e94e-d17b-20c6b95df401",
                  "revision_strategy": "follow_active", "task_name": "Berry Sorter", "order": 0, "enabled": true, "is_output_formatter": true,
                  "action_mode": "require_approval", "rejection_behavior": "return_rejection_to_model"
                }
              ],
              "mcp_servers": [
                {
                  "id": "0199c0de-44a0-e3f7-d5c8-90b6e21f7da3", "task_mcp_server_id": "019b77b0-9c46-e2d7-f05a-1fd3c68e40b9", "task_mcp_server_name": "Calendar", "order": 1, "enabled": false,
                  "allowed_tool_ids": ["019b77c2-40d1-f8ae-e35c-6280bd9f1e47"], "default_action_mode": "require_approval", "default_rejection_behavior": "return_rejection_to_model",
                  "tool_action_modes": { "019b77c2-40d1-f8ae-e35c-6280bd9f1e47": "auto_run" }, "tool_rejection_behaviors": { "list_days": "end_run" },
                  "provision_source": "manual", "source_skill_id": null, "source_skill_revision_id": "r", "source_capability_id": "c", "tool_count": 1
                }
              ],
              "integrations": [
                {
                  "id": "0199c0de-4511-c6b2-f93e-5a07d48be1c0", "project_integration_id": "019b8104-d7e3-c9f5-e2b6-704a5cd81f93", "integration_type": "google_sheets", "integration_name": "Sheet",
                  "order": 2, "enabled": true, "allowed_tool_ids": [], "default_action_mode": null, "default_rejection_behavior": null, "tool_action_modes": {},
                  "tool_rejection_behaviors": { "t": "later" }, "provision_source": "skill_capability", "source_skill_id": "019b8a51-2e0f-f4c8-d69d-b1e7358ca062",
                  "source_skill_revision_id": null, "source_capability_id": null, "tool_count": 3
                }
              ],
              "skills": [
                {
                  "id": "0199c0de-4583-f8d0-e14b-c7f2396a5be8", "skill_id": "019b8a51-2e0f-f4c8-d69d-b1e7358ca062", "skill_slug": "manners", "skill_display_name": "Manners",
                  "skill_revision_id": "019b8a51-0000-f4c8-d69d-b1e7358ca062", "order": 3, "enabled": true
                }
              ],
              "registered_tools": [{ "name": "t" }],
              "tags": [{ "id": "0195e6f0-77c4-f0a9-e21b-84d3c6f95e10", "name": "candidate", "entity_type": "task_agent_revision" }],
              "memory_strategy": "sliding_window",
              "memory_config": { "max_events": 60 },
              "max_turns": 25,
              "active": true,
              "created": "2025-10-07T22:10:03Z",
              "modified": "2025-10-07T22:10:04.5Z"
            }
          ]
        }
        """;

    internal const string NothingActive = """
        {
          "id": "0198f0c3-e16b-d2a5-c984-5bf70d36e81c", "name": "Draft desk", "task_agent_run_visibility": "owner_only", "is_deleted": false,
          "created": "2025-08-28T13:02:17Z", "modified": "2025-08-28T13:02:17.000450Z", "active_revision": null, "revisions": []
        }
        """;

    internal const string Sequential = """
        {
          "id": "0199aa40-0f93-e8c1-f6d7-2c950be471da", "name": "Grade and rewrite", "created": "2025-10-03T11:25:36.771904Z",
          "active_revision": { "id": "0199aa40-0fe8-c5d4-e2b0-86f13ad97c05" },
          "revisions": [
            {
              "id": "0199aa40-0fe8-c5d4-e2b0-86f13ad97c05", "mode": "sequential",
              "task_tools": [{ "task_id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa", "order": 0, "enabled": true }, { "task_id": "019a60c5-0a2b-d8e3-f49c-71d6be50a384", "order": 1 }],
              "memory_strategy": null, "memory_config": null, "max_turns": null, "active": true, "created": "2025-10-03T11:25:36.771904Z"
            }
          ]
        }
        """;

    internal const string Future = """
        {
          "id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7", "name": "Berry desk", "task_agent_run_visibility": "project_members", "is_deleted": false,
          "created": "2025-08-13T07:44:51.208815", "modified": null, "active_revision": { "id": "01a0d11e-6c05-f7b3-e4d8-39af20c8e571", "label": "spring" },
          "revisions": [
            {
              "id": "01a0d11e-6c05-f7b3-e4d8-39af20c8e571", "mode": "supervised", "memory_strategy": "semantic", "active": true, "created": "2026-09-03T10:00:00Z",
              "task_tools": [{ "task_id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa", "revision_strategy": "canary", "action_mode": "dry_run", "budget": 3 }]
            }
          ],
          "owner": { "id": "0192f3a4-9b21-d6e7-fa08-c41d35be9027" }
        }
        """;
}
