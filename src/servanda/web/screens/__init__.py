"""The screens, one file each; a new one is added here and has then its address, its JSON and its place in the tests."""

from servanda.web.screen import Screen
from servanda.web.screens import (
    act,
    calendar,
    commitments,
    document,
    documents,
    journal,
    matrices,
    matrix,
    organ,
    organs,
    presidencies,
    presidency,
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
        matrices,
        matrix,
        states,
        state,
        presidencies,
        presidency,
        commitments,
        act,
        journal,
    )
)
