"""Everything that makes Detente's model, from public data to the weights file. See training/README.md."""
