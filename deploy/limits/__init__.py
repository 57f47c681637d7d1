"""What one reader may ask of a process, so that the others notice nothing of one who asks too much.

Nobody is recognised here and nobody is locked out: who asks too much is served later, in what time
and memory the others leave. A lecture hall is one address, since a university's network hides all
its people behind one; so most limits count a session, and those for an address are wide enough for
a few hundred readers.

- ``turns``: processor time. A run of a session that has used much gives way to the others' runs.
- ``sockets``: open lines, and how fast messages are read from each.
- ``uploads``: how large, how fast and how many, and what is held of them.

``guard`` puts all of it before Streamlit. The numbers stand in ``numbers``. How long a message or
an address may be Streamlit itself limits (server.maxWidgetStateSize in .streamlit/config.toml;
512 Ki characters and 1,000 parameters of an address).
"""
