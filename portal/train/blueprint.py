"""The blueprint that all pages of training hang on."""

from flask import Blueprint

blueprint = Blueprint("train", __name__, url_prefix="/train")
