"""The command line: one module a command, each a thin run of the library."""
