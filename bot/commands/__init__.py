"""The commands of `python -m bot`, one module each: `add(parser)` names its options, `run(options)` does it."""
