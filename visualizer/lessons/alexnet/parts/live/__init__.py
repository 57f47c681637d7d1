"""The camera, live: frames come from the browser one at a time, each is answered and forgotten."""
