"""What editors make of the knowledge base: versions of entries, and the acts that lead to them."""
