"""From a question to an answer: pure, without Slack, clock or database."""
