"""How far ratings agree, from how many, and whether that may be shown.

Every function takes ratings and gives a ``Figure``: a value with its 95 % interval, or a reason
code where there is too little to say. Nothing here ranks people. NumPy and SciPy are loaded
with the modules of this package, so callers that answer a request import them where they are
used.
"""
