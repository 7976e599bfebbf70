"""One module or folder for each feature: what happened in Slack, or what time it is -> a rule -> words."""
