"""Renderers: processes that print the same page the same way, and are replaced when they fail."""

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from portal.web.pdf.failures import PageRefused, PageTooSlow, RendererMissing, RenderersBusy
from portal.web.pdf.health import FAST, PREFERRED_FONT, SHIPPED_FONT, health
from portal.web.pdf.press.limits import MEMORY
from portal.web.pdf.renderer import PAGES_IN_A_LIFE, Renderer
from portal.web.pdf.renderers import Renderers
from tests.paper import a_page, text_of

pytest_plugins = ["tests.presses"]

BROKEN = ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0")
SLOW = a_page("<p>" + "語" * 60_000 + "</p>")


@pytest.fixture
def without_pango(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Renderers:
    """Renderers that find a broken Pango first."""
    for name in BROKEN:
        (tmp_path / name).touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    return Renderers(1, tmp_path)


def test_the_same_page_is_printed_in_the_same_bytes(renderers: Renderers) -> None:
    page = a_page("<p>佐藤 花子</p>")
    assert renderers.print(page) == renderers.print(page)


def test_a_new_renderer_prints_the_same_bytes_too(renderers: Renderers) -> None:
    page = a_page("<p>佐藤 花子</p>")
    before = renderers.print(page)
    renderers.close()
    assert renderers.print(page) == before


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_is_printed(
    renderers: Renderers,
) -> None:
    renderers.print(a_page("<p>warm</p>"))
    with pytest.raises(PageTooSlow):
        renderers.print(SLOW, seconds=0.2)
    assert "次のページ" in text_of(renderers.print(a_page("<p>次のページ</p>")))


def test_a_renderer_that_dies_while_it_prints_takes_only_its_page_along(
    renderers: Renderers,
) -> None:
    renderer = renderers.start()
    assert not renderer.report().problem
    threading.Timer(0.2, os.kill, (renderer.process_id, signal.SIGKILL)).start()
    with pytest.raises(PageRefused, match="died"):
        renderer.print(SLOW, 20)
    assert not renderer.is_fit


def test_a_renderer_that_dies_while_a_page_is_handed_over_is_no_other_failure(
    renderers: Renderers,
) -> None:
    renderer = renderers.start()
    assert not renderer.report().problem
    os.kill(renderer.process_id, signal.SIGKILL)
    renderer._process.wait()
    with pytest.raises(PageRefused, match="died"):
        renderer.print(SLOW, 20)
    assert not renderer.is_fit


def test_a_renderer_that_does_not_take_its_page_in_is_given_up(renderers: Renderers) -> None:
    renderer = renderers.start()
    assert not renderer.report().problem
    os.kill(renderer.process_id, signal.SIGSTOP)
    with pytest.raises(PageTooSlow):
        renderer.print("x" * 10_000_000, 0.2)
    assert not renderer.is_fit


def test_a_renderer_that_has_died_meanwhile_is_replaced(tmp_path: Path) -> None:
    pool = Renderers(1, tmp_path)
    pool.warm_up()
    pool.print(a_page("<p>first</p>"))
    with pool._lent(1) as renderer:
        os.kill(renderer.process_id, signal.SIGKILL)
        renderer._process.wait()
    assert "second" in text_of(pool.print(a_page("<p>second</p>")))
    pool.close()


def test_who_waits_too_long_for_a_turn_is_told_so(renderers: Renderers) -> None:
    with renderers._lent(20), pytest.raises(RenderersBusy):
        renderers.print(a_page("<p>too many</p>"), seconds=0.01)


def test_where_no_renderer_can_be_started_every_page_is_told_so(tmp_path: Path) -> None:
    """None is lost on the way: at the second time they were all said to be at work."""
    pool = Renderers(2, tmp_path)
    (tmp_path / "fonts.conf").mkdir()
    for _ in range(3):
        with pytest.raises(RendererMissing, match=r"fonts\.conf"):
            pool.warm_up()
        with pytest.raises(RendererMissing, match=r"fonts\.conf"):
            pool.print(a_page("<p>never</p>"), seconds=0.01)
    (tmp_path / "fonts.conf").rmdir()
    pool.warm_up()
    assert "at last" in text_of(pool.print(a_page("<p>at last</p>")))
    pool.close()


def test_a_renderer_that_could_start_is_kept_where_the_next_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = Renderers(2, tmp_path)
    first = pool.start()
    starts = iter([first])

    def start() -> Renderer:
        for renderer in starts:
            return renderer
        raise RendererMissing("no more")

    monkeypatch.setattr(pool, "start", start)
    with pytest.raises(RendererMissing):
        pool.warm_up()
    assert {pool._idle.get_nowait(), pool._idle.get_nowait()} == {first, None}
    first.stop()


def test_pages_of_many_threads_are_printed_one_after_the_other(renderers: Renderers) -> None:
    printed: dict[int, str] = {}

    def ask(number: int) -> None:
        printed[number] = text_of(renderers.print(a_page(f"<p>number {number}</p>")))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"number {number}" in printed[number] for number in range(4))


def test_a_renderer_is_replaced_when_it_has_printed_its_pages(renderers: Renderers) -> None:
    with renderers._lent(20) as first:
        first._pages = PAGES_IN_A_LIFE
    with renderers._lent(20) as second:
        assert second is not first


def test_a_renderer_knows_no_secret_and_has_its_limits(
    renderers: Renderers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_SECRET_KEY", "not for renderers")
    renderer = renderers.start()
    renderer.report()
    told = Path(f"/proc/{renderer.process_id}")
    if not told.exists():
        pytest.skip("this system does not show what a process may use")
    assert b"not for renderers" not in (told / "environ").read_bytes()
    assert re.search(rf"Max data size +{MEMORY} ", (told / "limits").read_text())
    renderer.stop()


def test_the_web_process_never_imports_weasyprint() -> None:
    told = (
        "import portal, sys, importlib;"
        "[importlib.import_module(f'portal.{area}') for area in portal.AREAS];"
        "print('weasyprint' in sys.modules)"
    )
    asked = [sys.executable, "-c", told]
    assert subprocess.run(asked, capture_output=True, check=True, text=True).stdout == "False\n"


def test_a_machine_without_pango_says_what_is_missing(without_pango: Renderers) -> None:
    with pytest.raises(RendererMissing, match="cannot load library"):
        without_pango.print(a_page("<p>never</p>"))


def test_health_names_the_font_and_the_fast_way_to_embed_it(renderers: Renderers) -> None:
    engine, embedding, font = health(renderers)
    assert engine.text.en.startswith("WeasyPrint 70")
    assert (embedding.is_good, embedding.text) == (True, FAST)
    expected = PREFERRED_FONT if renderers.fonts.has_preferred else SHIPPED_FONT
    assert (font.is_good, font.text) == (renderers.fonts.has_preferred, expected)


def test_health_tells_to_install_pango_where_it_is_missing(without_pango: Renderers) -> None:
    (finding,) = health(without_pango)
    assert not finding.is_good
    assert "Pangoをインストール" in finding.text.ja


def test_health_advises_pango_only_where_a_library_is_missing(tmp_path: Path) -> None:
    (tmp_path / "fonts").touch()
    (finding,) = health(Renderers(1, tmp_path))
    assert not finding.is_good
    assert "File exists" in finding.text.en
    assert "Pango" not in finding.text.ja + finding.text.en


def test_a_renderer_tells_whether_it_takes_the_faster_ways(
    renderers: Renderers, tmp_path: Path
) -> None:
    plain = Renderer(tmp_path, renderers.fonts, faster=False)
    assert not plain.report().is_faster
    plain.stop()
    assert health(renderers)[0].is_good
