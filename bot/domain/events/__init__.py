"""Events: when and where, who comes, and what they are told before."""
