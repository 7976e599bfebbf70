"""All about Bolt and Slack that is not one feature."""
