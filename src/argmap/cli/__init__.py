"""The command line: parse, call `argmap.app`, exit."""
