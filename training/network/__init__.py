"""The network as it is trained: its layers, a warm start, the running average."""
