namespace TaskPlatform.Client.Tests.Tasks;

/// <summary>Answers as the platform gives them, with made-up values.</summary>
internal static class TaskAnswers
{
    /// <summary>Every key of a task, a revision and their parts.</summary>
    internal const string Complete = """
        {
          "id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa",
          "project_id": "0192f3a5-01de-b7f4-d0c2-3be418d7a652",
          "name": "Berry Sorter",
          "description": "Sorts berries.",
          "enabled": true,
          "public": true,
          "exposed_to_agents": true,
          "shared_with_project": true,
          "output_modality": "csv",
          "task_run_visibility": "editors_and_owners",
          "created": "2025-03-26T10:31:02.415870Z",
          "modified": "2025-05-06T07:55:40Z",
          "deleted": "2025-06-01",
          "access_token": "made-up-token",
          "active_revisions": [
            { "task_revision_id": "0195d207-3301-e94e-d17b-20c6b95df401", "weight": 0.9, "label": "old" },
            { "task_revision_id": "0196a4c8-9e52-c06f-fb38-6d1e07a2c973", "weight": null }
          ],
          "cloned_from_task_revision_id": "0191aaaa-3301-e94e-d17b-20c6b95df401",
          "tags": [
            {
              "id": "0195e6f0-12ab-c48d-d7e1-9b3f60a5c812", "name": "farms", "description": "All farms", "parent_id": "0195e6f0-0000-c48d-d7e1-9b3f60a5c812",
              "entity_type": "task", "project_id": "0192f3a5-01de-b7f4-d0c2-3be418d7a652", "created_at": "2025-03-30T08:04:11.900347Z",
              "children": [{ "id": "0195e6f0-77c4-f0a9-e21b-84d3c6f95e10", "name": "north", "children": [{ "name": "far" }] }],
              "is_project_tag": true, "is_global_tag": false, "tagged_entities": ["0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa"]
            }
          ],
          "revisions": [
            {
              "id": "0196a4c8-9e52-c06f-fb38-6d1e07a2c973",
              "created": "2025-05-06T09:55:40.000001+02:00",
              "modified": "2025-05-06T07:55:41",
              "active": true,
              "system_prompt": "You sort berries.",
              "user_prompt": "Colour: {colour}. Size: {size}.",
              "input_params": ["colour", "size"],
              "llm_model_id": "01977c3e-51aa-d8e0-c45b-8f20b3d6174e",
              "llm_model": {
                "id": "01977c3e-51aa-d8e0-c45b-8f20b3d6174e", "name": "heron-2", "alias": "Heron 2", "provider": "Northlight", "vendor": "northlight-eu",
                "description": "Reads.", "supports_vision": true, "supports_image_output": false, "supports_pdf_vision": true, "supports_tool_calling": true,
                "supports_context_caching": false, "price": "average", "speed": "ultra fast", "knowledge_cutoff": "2025-03", "max_context_window": 200000,
                "disabled_params": ["top_p"], "pdf_vision_config": { "max_pages": 100 }, "model_params": { "temperature": { "type": "number" } },
                "created": "2025-06-17T09:12:44.508113Z", "modified": "2025-06-17T09:12:44Z", "retired": "2026-11-30",
                "replaced_by": "01985d90-2b67-f1c3-e09a-47ad5c81be22", "llm_model_comments": [{ "text": "ok" }]
              },
              "llm_config": { "temperature": 0.20, "max_tokens": 900 },
              "output_format": { "grade": { "type": "str", "options": ["a", "b"], "description": null }, "ok": "bool", "parts": { "type": "list", "item_type": "object", "nested_structure": { "n": "int" } } },
              "task_forwarder_id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7",
              "rag": {
                "collection_id": "0194bb02-e7f3-d5c1-c06a-72f8d9e3b140",
                "rag_config": { "rewrite_mode": "none", "candidate_k": 20, "final_k": 6, "include_sources": false, "max_context_tokens": 300, "max_context_chunks": 2, "context_instruction": "Prices." }
              },
              "file_input_mode": "image_or_pdf",
              "image_required": true,
              "optimise_images": false,
              "test": true,
              "input_processors": [{ "param_name": "colour", "input_processor": "url_fetcher", "config": { "max_length": 6000 } }],
              "annotation": "First try",
              "fallback_llm_model_id": "01985d90-2b67-f1c3-e09a-47ad5c81be22",
              "fallback_llm_model": { "id": "01985d90-2b67-f1c3-e09a-47ad5c81be22", "name": "kestrel-mini" },
              "fallback_llm_config": { "temperature": 0.1 },
              "tool_choice": "auto",
              "task_mcp_tool_ids": ["019b77c2-40d1-f8ae-e35c-6280bd9f1e47"],
              "integration_tool_ids": ["019b8104-d7e3-c9f5-e2b6-704a5cd81f93"],
              "tags": [{ "id": "0195e6f0-77c4-f0a9-e21b-84d3c6f95e10", "name": "candidate", "entity_type": "task_revision" }]
            }
          ]
        }
        """;

    /// <summary>The shape of 2024.</summary>
    internal const string Old = """
        {
          "name": "Photo Check", "enabled": true, "id": "0190c44f-a1b6-e8d3-c7f0-59e2d04b8a16", "project_id": "0190c402-66e1-d9fa-f3b5-e8207c91da4d",
          "created": "2024-07-18T15:40:27Z", "modified": "2024-07-18T15:40:27Z", "description": "Checks a photo.", "access_token": "made-up-token",
          "revisions": [
            {
              "id": "0190c44f-a1b6-e8d3-c7f0-59e2d04b8a17", "created": "2024-07-18T15:40:27Z", "modified": "2024-07-18T15:40:27Z",
              "system_prompt": "You check.", "user_prompt": "Is it {name}?", "llm_model_id": "0190c401-0d7e-c5b2-e64a-9f13b8a07ce5",
              "output_format": { "fits": "bool", "hint": { "type": "str" } }, "input_params": ["name"], "task_forwarder_id": "old_forwarder",
              "image_required": true, "active": true, "rag": { "collection_id": "old_collection", "rag_param": "name" }
            }
          ]
        }
        """;

    /// <summary>Words and keys newer than this library.</summary>
    internal const string Future = """
        {
          "id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa", "project_id": "0192f3a5-01de-b7f4-d0c2-3be418d7a652", "name": "Berry Sorter", "enabled": true,
          "output_modality": "video", "task_run_visibility": "nobody", "created": "2025-03-26T10:31:02.415870+00:00", "modified": "2026-09-01T06:00:00",
          "access_token": null, "active_revisions": [], "retention_days": 30, "tags": [],
          "revisions": [
            {
              "id": "01a0c5e9-3d42-f6b8-d071-ce94a52f1b83", "created": "2026-09-01T06:00:00", "modified": null, "active": false,
              "file_input_mode": "video_or_audio", "tool_choice": "none", "cache_policy": { "ttl_seconds": 300 },
              "llm_model": { "price": "free_preview", "speed": "instant", "supports_audio_output": true }
            }
          ]
        }
        """;
}
