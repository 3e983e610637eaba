"""The screens, one file each; a new one is added here and has then its address, its JSON and its place in the tests."""

from servanda.web.screen import Screen
from servanda.web.screens import (
    act,
    barriers,
    calendar,
    commitment,
    commitments,
    document,
    documents,
    funnel,
    handover,
    journal,
    levels,
    matrices,
    matrix,
    organ,
    organs,
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
        calendar,
        organs,
        organ,
        documents,
        document,
        funnel,
        matrices,
        matrix,
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
