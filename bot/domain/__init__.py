"""The features' tables and rules: plain values in, plain values out; no Slack, no words."""
