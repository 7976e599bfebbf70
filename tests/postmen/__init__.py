"""Real processes that deliver, a Slack that spoils their calls, someone who kills them, and a judge."""
