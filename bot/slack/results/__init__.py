"""Results of questions as people see them, whatever they were part of: figures, charts, groups, trends, sheets."""
