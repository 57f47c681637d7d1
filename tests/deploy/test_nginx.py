"""The configuration that is written for nginx, and what nginx itself says of it."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.nginx import site as sites
from deploy.nginx.program import command, find_nginx
from deploy.nginx.protect import framing
from deploy.nginx.site import Program, Site
from deploy.ports import free_ports, ipv6_works
from tests.deploy.proxy import nginx_here

ROOT = Path(__file__).resolve().parents[2]
NGINX = nginx_here()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with three processes; nobody listens on its ports."""
    port, *backends = free_ports(4)
    return Site(
        backends=[f"127.0.0.1:{each}" for each in backends],
        files=tmp_path,
        app_files=tmp_path,
        cookie="convscope_1",
        listen=[str(port), *([f"[::]:{port} ipv6only=on"] if ipv6_works() else [])],
    )


def configuration(site: Site, user: str = "") -> str:
    """Return the configuration of an nginx that keeps its own files where the site's are."""
    return sites.configuration(site, Program(site.files, user))


def block(text: str, opening: str) -> str:
    """Return the text between ``opening`` and the next line that closes a block."""
    return text.split(opening, 1)[1].split("}", 1)[0]


def test_each_process_has_the_others_behind_it_each_in_another_order(site: Site) -> None:
    text = configuration(site)
    first, second, third = site.backends
    alone = "max_fails=1 fail_timeout=2s;"
    for number, order in enumerate([(first, second, third), (second, third, first)]):
        lines = [line.strip() for line in block(text, f"upstream process_{number} {{").splitlines()]
        assert [line for line in lines if line] == [
            f"server {order[0]} {alone}",
            f"server {order[1]} backup;",
            f"server {order[2]} backup;",
        ]


def test_a_newcomer_is_given_a_process_by_lot_and_a_cookie_keeps_it(site: Site) -> None:
    text = configuration(site)
    assert 'split_clients "$request_id" $cs_lot { 33.33% 0; 33.33% 1; * 2; }' in text
    assert "map $cookie_convscope_1 $cs_number { default $cs_lot; 0 0; 1 1; 2 2; }" in text
    assert 'default "convscope_1=$cs_answered; Path=/; HttpOnly; SameSite=Lax"' in text


def test_one_process_needs_no_lot(site: Site) -> None:
    text = configuration(replace(site, backends=site.backends[:1]))
    assert 'split_clients "$request_id" $cs_lot {  * 0; }' in text
    assert "backup" not in text


def test_everything_of_a_session_goes_to_its_process(site: Site) -> None:
    text = configuration(site)
    for place in ("= /_stcore/stream", "/_stcore/upload_file/", "/media/"):
        assert "proxy_pass http://process_$cs_number;" in block(text, f"location {place} {{")
    assert "proxy_set_header Upgrade $http_upgrade;" in text
    assert "proxy_set_header Host $http_host;" in text


def test_a_process_is_asked_for_what_a_reader_needs_and_for_nothing_else(site: Site) -> None:
    text = configuration(site)
    found = re.findall(r"^ +location ([^{]+) \{([^}]+)\}", text, re.MULTILINE)
    assert [where for where, within in found if "proxy_pass" in within] == [
        "= /_stcore/health",
        "= /_stcore/host-config",
        "= /_stcore/stream",
        "/_stcore/upload_file/",
        "/media/",
    ]
    assert [where for where, within in found if within.strip() == "return 404;"] == [*sites.CLOSED]


def test_streamlits_scripts_are_kept_a_year_and_the_page_is_asked_for_each_time(
    site: Site,
) -> None:
    text = configuration(site)
    scripts = block(text, "location /static/ {")
    assert "immutable, max-age=31536000" in scripts
    assert "gzip_static on;" in scripts
    assert "proxy_pass" not in scripts
    assert '"no-cache"' in block(text, "location / {")


def test_an_upload_that_streamlit_takes_nginx_takes_too() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["maxUploadSize"] < sites.UPLOAD_MEGABYTES


def test_all_that_nginx_writes_lies_in_its_own_folder(site: Site) -> None:
    text = sites.configuration(site, Program(Path("/own")))
    places = re.findall(r'(?:_temp_path|pid) "([^"]+)"', text)
    assert len(places) == 6
    assert {Path(place).parent for place in places} == {Path("/own")}


def test_a_path_may_hold_spaces_and_quotes(site: Site) -> None:
    text = configuration(replace(site, files=Path('/a b/"c"')))
    assert r'root "/a b/\"c\"";' in text


def test_nginx_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv("NGINX", str(mine))
    assert find_nginx() == str(mine)
    monkeypatch.setenv("NGINX", str(tmp_path / "none"))
    assert find_nginx() is None


@pytest.mark.parametrize(("version", "knows"), [("1.18.0", False), ("1.22.1", True)])
def test_a_new_nginx_is_told_not_to_open_the_distributions_log(
    tmp_path: Path, version: str, knows: bool
) -> None:
    fake = tmp_path / "nginx"
    fake.write_text(f"#!/bin/sh\necho nginx version: nginx/{version} >&2\n")
    fake.chmod(0o755)
    made = command(str(fake), Path("/conf"))
    assert ("-e" in made) is knows
    assert made[-2:] == ["-c", "/conf"]


def test_a_limit_is_for_a_lecture_hall_behind_one_address(site: Site) -> None:
    """A hundred with two tabs each, all at once, as after a restart; and their pictures."""
    text = configuration(site)
    opened = block(text, "location = /_stcore/stream {")
    burst, most = (
        re.search(rf"{name}[= ](\d+)", opened) for name in ("burst", "limit_conn cs_open")
    )
    assert burst is not None
    assert most is not None
    assert min(int(burst[1]), int(most[1])) >= 200
    assert "burst=150" in block(text, "location /_stcore/upload_file/ {")
    for place in ("/static/", "/app/static/", "/"):  # 150 files a visit, from nginx's own disk
        assert "limit_req" not in block(text, f"location {place} {{")


def test_every_answer_carries_the_headers(site: Site) -> None:
    """A location that adds a header of its own would lose those of the server."""
    text = configuration(site)
    before, *locations = text.split("    location ")
    assert "add_header Content-Security-Policy" in before
    assert "add_header X-Content-Type-Options" in before
    assert not any("add_header" in each for each in locations)


def test_no_page_of_another_site_reaches_a_process(site: Site) -> None:
    text = configuration(site)
    assert "if ($cs_foreign) { return 403;" in block(text, "location = /_stcore/stream {")
    told = re.search(r'cs_foreign \{ default 1; "~(\S+)" ""; "~\*(\S+)" ""; \}', text)
    assert told is not None
    for origin, host, ours in (
        ("", "a.example", True),  # no browser
        ("https://a.example", "a.example", True),
        ("http://a.example:8501", "a.example:8501", True),
        ("null", "a.example", False),
        ("https://b.example", "a.example", False),
        ("https://a.example.b.example", "a.example", False),
        ("https://b.example/|a.example", "a.example", False),
        ("https://a.example|a.example", "a.example", False),
    ):
        said = f"{origin}|{host}"
        assert any(re.search(each, said) for each in told.groups()) is ours, said


def test_an_embedded_figure_is_shown_by_whom_the_setting_names(site: Site) -> None:
    said = "'self' https://moodle.example.edu"
    assert f'default "\'self\'"; true "{said}";' in configuration(replace(site, framed_by=said))
    for wrong in ('*"; return 200', "a\nb", ""):
        with pytest.raises(SystemExit, match="names hosts"):
            framing(wrong)


@pytest.mark.skipif(NGINX is None, reason="there is no nginx")
@pytest.mark.parametrize("count", [1, 2, 3])
def test_nginx_accepts_the_configuration(site: Site, count: int) -> None:
    assert NGINX is not None
    user = getpass.getuser() if os.geteuid() == 0 else ""
    path = site.files / "nginx.conf"
    chosen = replace(site, backends=site.backends[:count])
    path.write_text(configuration(chosen, user))
    checked = subprocess.run(
        command(NGINX, path, "-t"), capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert shutil.which(NGINX)
