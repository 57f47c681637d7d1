"""The compose file: its schema, and that every container is shut in as the file's promise says."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from deploy.server import ROOT

COMPOSE = ROOT / "deploy" / "compose"
APPS = ("app1", "app2", "app3")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file as YAML reads it, its anchors followed."""
    read: dict[str, Any] = yaml.safe_load((COMPOSE / "compose.yaml").read_text("utf-8"))
    return read


def test_it_is_what_the_compose_specification_allows(compose: dict[str, Any]) -> None:
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    schema = json.loads(vendored.read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(compose)] == []


def test_nginx_asks_the_addresses_that_the_containers_have(compose: dict[str, Any]) -> None:
    text = (COMPOSE / "nginx.conf").read_text("utf-8")
    given = [compose["services"][name]["networks"]["inside"]["ipv4_address"] for name in APPS]
    assert re.findall(r"server ([\d.]+):8501 max_fails", text) == given
    assert compose["networks"]["inside"]["internal"] is True
    front = compose["services"]["front"]["networks"]["inside"]["ipv4_address"]
    for name in APPS:  # which believe nginx alone when it says who asks
        assert compose["services"][name]["environment"]["FORWARDED_ALLOW_IPS"] == front


def test_every_container_is_shut_in_limited_and_started_again(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {*APPS, "front"}
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["mem_limit"]
        assert service["restart"] == "unless-stopped"
        assert all(each.startswith("/tmp:size=") for each in service["tmpfs"])
    waits = compose["services"]["front"]["depends_on"]
    assert waits == {name: {"condition": "service_healthy"} for name in APPS}
    assert "ports" not in compose["services"]["app1"]


def test_no_secret_lies_in_the_file(compose: dict[str, Any]) -> None:
    secret = compose["services"]["app1"]["environment"]["STREAMLIT_SERVER_COOKIE_SECRET"]
    assert secret.startswith("${CONVSCOPE_SECRET:?")
    assert "deploy/compose/.env" in (ROOT / ".gitignore").read_text("utf-8").split()
