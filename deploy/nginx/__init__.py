"""nginx in front of the processes: where it is found, and its configuration.

Why nginx: every distribution and Homebrew has it, it needs no root here, and in a few kilobytes of
text it does the four things that a lecture needs. It keeps a visitor on one process, whose memory
holds the session, the uploads and the pictures; it passes WebSockets on; it sends the visitor of a
dead process to a living one; and it hands out Streamlit's scripts, 150 files a visit, without
waking Python. Sharing one port among processes (SO_REUSEPORT) would be simpler, but would send an
upload to a process that does not know its session.
"""
