from __future__ import annotations

import pickle
import re
import string
from pathlib import Path

import visualizer.alexnet
from visualizer.alexnet.errors import DownloadError
from visualizer.lessons.alexnet.texts.errors import TEXTS

ROOM = Path(visualizer.alexnet.__file__).parent


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    used = set(
        re.findall(r'"((?:picture|weights|download|unit|occlusion|class|handoff)_[a-z_]+)"', source)
    )
    told = {key.split(".")[-1] for key in TEXTS if ".error." in key} - {"cancelled"}
    # Words of the same look that are no codes: keys of a card, functions of os.
    assert told <= used
    raised = set(re.findall(r'(?:Error|_unfinished)\(\s*"([a-z_]+)"', source))
    assert raised <= told


def test_both_languages_fill_the_same_places() -> None:
    for key, (english, korean) in TEXTS.items():
        places = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in (english, korean)
        ]
        assert places[0] == places[1], key


def test_errors_survive_a_process_border() -> None:
    error = DownloadError("download_server", host="here", status=500)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.details) == (type(error), error.code, error.details)
    assert again.key == "alexnet.error.download_server"
