"""Ask what is known against the packages that are used: `make audit`.

Python's are asked about with pip-audit, npm's with npm audit. Where a service does not answer, the
answer that is kept beside this file is shown, with its date and what it does not cover. What was
found by reading, `read.toml`, is compared with the versions each time, and needs no service.
"""
