"""What a request may bring: a form is refused before it is taken apart, which takes the time."""

from flask import Flask, Request, current_app
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.utils import cached_property

TYPED = "application/x-www-form-urlencoded"


class LimitedRequest(Request):
    """A request whose typed form holds no more than one with files may hold beside them."""

    @cached_property
    def form(self) -> ImmutableMultiDict[str, str]:
        """The fields. Raises RequestEntityTooLarge for too many, or for too much in them."""
        if self.mimetype == TYPED:
            self.max_content_length = current_app.config["MAX_FORM_MEMORY_SIZE"]
            if self.get_data().count(b"&") >= current_app.config["MAX_FORM_PARTS"]:
                raise RequestEntityTooLarge
        fields: ImmutableMultiDict[str, str] = super().form
        return fields


def install(app: Flask) -> None:
    app.request_class = LimitedRequest
