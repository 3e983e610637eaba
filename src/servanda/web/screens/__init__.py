"""The screens, one file each; a new one is added here and has then its address, its JSON and its place in the tests."""

from servanda.web.screen import Screen
from servanda.web.screens import (
    act,
    barriers,
    commitment,
    commitments,
    document,
    documents,
    funnel,
    handover,
    journal,
    levels,
    presidencies,
    presidency,
    report,
    scoreboard,
    session,
    sessions,
    state,
    states,
    today,
)

SCREENS: tuple[Screen, ...] = tuple(
    module.SCREEN
    for module in (
        today,
        sessions,
        session,
        documents,
        document,
        funnel,
        states,
        state,
        presidencies,
        handover,
        report,
        presidency,
        commitments,
        commitment,
        scoreboard,
        levels,
        barriers,
        act,
        journal,
    )
)
