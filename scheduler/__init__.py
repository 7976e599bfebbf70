"""Time and delivery: what is due, and how it leaves the house once. Nothing here knows Slack."""
