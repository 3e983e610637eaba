"""From what was read to proposed acts: matched to what the record knows, each with its passage and reason."""

from servanda.reading.proposing.proposals import Proposed, propose
from servanda.reading.proposing.standing import check_standing
from servanda.reading.proposing.work import Left
from servanda.reading.proposing.writing import write_proposals

__all__ = ["Left", "Proposed", "check_standing", "propose", "write_proposals"]
