"""The renderer as it runs in a process of its own: ``python -m press`` from the folder above.

It imports its own modules and WeasyPrint alone, so that a renderer carries neither the web
framework nor the database. That is why its imports are relative: here the package is called
``press``, in the portal ``portal.web.pdf.press``.
"""
