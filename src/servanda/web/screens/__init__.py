"""The screens, one file each; a new one is added here and has then its address, its JSON and its place in the tests."""

from servanda.web.screen import Screen
from servanda.web.screens import (
    act,
    commitments,
    document,
    documents,
    journal,
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
        documents,
        document,
        states,
        state,
        presidencies,
        presidency,
        commitments,
        act,
        journal,
    )
)
