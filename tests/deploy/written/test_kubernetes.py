"""What a cluster is told: by Kubernetes' own schemas, and that the parts mean the same pods."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from deploy.server import ROOT

PLACE = ROOT / "deploy" / "kubernetes"
WAYS = ("ingress-nginx", "traefik")
POD = {"app.kubernetes.io/name": "convscope"}
VERSIONS = ("1.30", "1.37")  # the oldest and the newest that it is meant for


def documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a file."""
    return list(yaml.safe_load_all(path.read_text("utf-8")))


def base(kind: str) -> dict[str, Any]:
    """Return the base's only document of a kind."""
    (found,) = (
        each
        for path in (PLACE / "base").glob("*.yaml")
        for each in documents(path)
        if each["kind"] == kind
    )
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_document_is_what_the_api_takes(version: str) -> None:
    paths = [path for path in PLACE.rglob("*.yaml") if path.name != "kustomization.yaml"]
    assert len(paths) == 9
    for path in paths:
        for each in documents(path):
            kubernetes_validate.validate(each, version, strict=True)


def test_all_parts_mean_the_same_pods() -> None:
    pods = base("Deployment")["spec"]
    assert pods["template"]["metadata"]["labels"] == POD
    assert pods["selector"]["matchLabels"] == POD
    assert pods["template"]["spec"]["topologySpreadConstraints"][0]["labelSelector"] == {
        "matchLabels": POD
    }
    assert base("Service")["spec"]["selector"] == POD
    assert base("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == POD
    assert base("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == POD
    assert base("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == "convscope"


def test_the_pod_may_do_nothing_but_serve() -> None:
    pod = base("Deployment")["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    for probe in ("startupProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": "/_stcore/health", "port": "http"}
    assert container["readinessProbe"]["httpGet"] == {"path": "/ready", "port": "metrics"}
    told = {each["name"]: each.get("value") for each in container["env"]}
    (metrics,) = (each for each in container["ports"] if each["name"] == "metrics")
    assert told["CONVSCOPE_METRICS_PORT"] == str(metrics["containerPort"])
    assert base("NetworkPolicy")["spec"]["egress"] == []


def test_a_pod_that_goes_has_time_to_let_its_visitors_end() -> None:
    pod = base("Deployment")["spec"]["template"]["spec"]
    _, seconds = pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"]
    assert pod["terminationGracePeriodSeconds"] > int(seconds)


def test_pods_are_counted_by_processor_and_sessions() -> None:
    metrics = base("HorizontalPodAutoscaler")["spec"]["metrics"]
    assert metrics[0]["resource"]["name"] == "cpu"
    assert metrics[1]["pods"]["metric"]["name"] == "convscope_sessions"


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="there is no kubectl")
@pytest.mark.parametrize("way", WAYS)
def test_kustomize_joins_a_way_in_with_the_base(way: str) -> None:
    built = subprocess.run(
        ["kubectl", "kustomize", str(PLACE / way)], capture_output=True, text=True, check=True
    )
    found = {each["kind"]: each for each in yaml.safe_load_all(built.stdout)}
    for each in found.values():
        kubernetes_validate.validate(each, VERSIONS[-1], strict=True)
    rules = found["NetworkPolicy"]["spec"]["ingress"]
    assert {
        rule["from"][0]["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"]: rule[
            "ports"
        ][0]["port"]
        for rule in rules
    } == {"monitoring": 9464, way: 8501}
    sticky = {**found["Ingress"]["metadata"], **found["Service"]["metadata"]}["annotations"]
    assert "convscope" in sticky.values()
    image = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]["image"]
    assert image.startswith("registry.example.org/convscope:")
