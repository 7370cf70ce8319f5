"""What Pango needs to know of a style is told it once for each style."""

from dataclasses import dataclass
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description

Layout = line_break.Layout
_setup = Layout.setup
FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The context of all layouts of a style, its font and its language."""

    context: Any
    font: Any
    language: Any


def switch_on() -> None:
    Layout.setup = _prepared_setup


def _prepared_setup(layout: Any, style: Any) -> None:
    if "prepared" not in style.__dict__:
        style.prepared = _prepare(style) if _is_simple(style) else None
    prepared = style.prepared
    if prepared is None:
        _setup(layout, style)
        return
    layout.style, layout.language, layout.first_line_direction = style, prepared.language, 0
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    layout.layout = ffi.gc(pango.pango_layout_new(prepared.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, prepared.font)


def _is_simple(style: Any) -> bool:
    """Whether a font and a language are all that a layout of this style needs."""
    return bool(
        style["lang"]
        and style["font_language_override"] == "normal"
        and style["text_decoration_line"] == "none"
        and not font_features(*(style[name] for name in FEATURES))
    )


def _prepare(style: Any) -> Prepared:
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    pointer, _kept_alive = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(pointer)
    pango.pango_context_set_language(context, language)
    return Prepared(context, get_font_description(style), language)
