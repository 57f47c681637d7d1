"""A tour's file, read and checked: a tour, or everything that is wrong in it."""

from __future__ import annotations

from yaml.nodes import Node

from visualizer.tours.asked import lesson_question, read_kind
from visualizer.tours.links import read_link
from visualizer.tours.nodes import Reader, compose
from visualizer.tours.problems import Problem, nearest
from visualizer.tours.stages import read_stage
from visualizer.tours.tour import Question, Step, Tour, Words
from visualizer.tours.words import WordsReader

MOST_STEPS = 60
MOST_CHOICES = 6


def read_tour(name: str, data: bytes) -> tuple[Tour | None, list[Problem]]:
    """Read a file: the tour, None where anything is wrong; and all problems, in order of lines.

    name: what an address calls the tour. Never raises, whatever the bytes are.
    """
    problems: list[Problem] = []
    root = compose(data, problems)
    if root is None:
        return None, problems or [Problem(1, "nothing")]
    reader = Reader(problems)
    texts = WordsReader(reader)
    found = reader.mapping(root, "tour", ("title", "steps"))
    title = texts.title(found.get("title"))
    listed = reader.sequence(found["steps"], "steps", MOST_STEPS) if "steps" in found else []
    steps = [step for node in listed if (step := _step(reader, texts, node)) is not None]
    if problems:
        return None, sorted(problems, key=lambda problem: problem.line)
    return Tour(name, title, tuple(steps)), []


def _step(reader: Reader, texts: WordsReader, node: Node) -> Step | None:
    required, optional = ("link", "title", "text"), ("try", "stage", "question")
    found = reader.mapping(node, "step", required, optional)
    link = read_link(reader, found["link"]) if "link" in found else None
    title, said = texts.words(found.get("title"), "title"), texts.words(found.get("text"), "text")
    tried = texts.words(found["try"], "try") if "try" in found else None
    asked = found.get("question")
    ours = lesson_question(asked) if asked is not None else None
    question = _question(reader, texts, asked) if asked is not None and ours is None else None
    if link is None:
        return None
    first, stage = read_stage(reader, found["stage"], link) if "stage" in found else (None, None)
    query, settings = dict(link.shared.query), link.settings
    if settings is not None:
        begin = {} if first is None else {link.lesson.moved(settings): first}
        settings = settings.changed(**begin)
        query |= link.lesson.format(settings)
    kind = read_kind(reader, ours, link.entry, settings) if ours is not None else ""
    return Step(link.entry.name, query, title, said, tried, stage, question, kind)


def _question(reader: Reader, texts: WordsReader, node: Node) -> Question | None:
    found = reader.mapping(node, "question", ("text", "choices", "answer"), ("why",))
    asked = texts.words(found.get("text"), "text")
    listed = (
        reader.sequence(found["choices"], "choices", MOST_CHOICES, 2) if "choices" in found else []
    )
    choices = tuple(texts.words(each, "choices", may_be_plain=True) for each in listed)
    why = texts.words(found["why"], "why") if "why" in found else None
    answer = _answer(reader, found["answer"], choices) if "answer" in found else None
    return None if answer is None else Question(asked, choices, answer, why)


def _answer(reader: Reader, node: Node, choices: tuple[Words, ...]) -> int | None:
    """Return the place of the choice that the answer is, written in any of its languages."""
    written = reader.scalar(node, "answer")
    if written is None or not choices:
        return None
    written = " ".join(written.split())
    right = [at for at, choice in enumerate(choices) if written in choice.said.values()]
    if len(right) == 1:
        return right[0]
    every = [said for choice in choices for said in choice.said.values()]
    code, near = ("answer_twice", "") if right else ("no_answer", nearest(written, every))
    reader.wrong(node, code, near, value=written)
    return None
