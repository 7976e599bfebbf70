"""What people answer to questions of any kind: taken, kept under keys, counted, and shown so that it protects."""
