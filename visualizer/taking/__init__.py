"""Take it with you: what is made of the example on the screen, to hand out, to assign, to keep.

Numbers (CSV of every step, NPZ, JSON that opens again), a notebook and printed worksheets. One
mechanism for all lessons: a lesson says in its folder ``taken`` what it has (``offer.py`` holds the
``TAKEN``); what it does not have is not offered there.
"""
