"""A network that learns: layers on batches, optimisers, trainings in the background, in NumPy.

`Run` trains piece by piece; `trainer` gives the trainings of all sessions their turns and hands out
snapshots; `Look` shows what a network of a snapshot, or of a recorded epoch, makes of a picture.
The engine's functions of single pictures are the reference, torch.optim and torch.nn the oracle.
"""

from visualizer.learning.claims import Claim, Numbers, Verdict, claims
from visualizer.learning.draws import Draws
from visualizer.learning.film import STATES, Epoch, Measured, Snapshot, Wrong
from visualizer.learning.look import Look
from visualizer.learning.pool import Ticket, Trainer, trainer
from visualizer.learning.records import Learning, learns
from visualizer.learning.run import Run
from visualizer.learning.settings import DEFAULT_LAYERS, TrainingSettings, check, sizes

__all__ = [
    "DEFAULT_LAYERS",
    "STATES",
    "Claim",
    "Draws",
    "Epoch",
    "Learning",
    "Look",
    "Measured",
    "Numbers",
    "Run",
    "Snapshot",
    "Ticket",
    "Trainer",
    "TrainingSettings",
    "Verdict",
    "Wrong",
    "check",
    "claims",
    "learns",
    "sizes",
    "trainer",
]
