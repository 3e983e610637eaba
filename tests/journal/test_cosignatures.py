"""What a cosignature signs: the messages of the specification, byte by byte."""

from __future__ import annotations

import pytest

from servanda.journal.cosignatures import signed_message

# The example of C2SP tlog-cosignature.
BODY = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"


def test_the_message_of_ed25519_is_that_of_the_specification() -> None:
    message = signed_message(4, "witness.example.com/w1", BODY, 1679315147)
    assert message == (
        b"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
        b"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )


def test_the_message_of_ml_dsa_is_the_structure_of_the_specification() -> None:
    message = signed_message(6, "witness.example.com/w1", BODY, 1679315147)
    assert message is not None
    assert message.hex() == (
        b"subtree/v1\n\0".hex()
        + "16" + b"witness.example.com/w1".hex()
        + "00000000641850cb"
        + "1b" + b"example.com/behind-the-sofa".hex()
        + "0000000000000000"
        + "00000000013e2dc3"
        + "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
    )  # fmt: skip


def test_a_note_signature_signs_the_text() -> None:
    assert signed_message(1, "any", "any text\n", 0) == b"any text\n"


@pytest.mark.parametrize(
    ("name", "text", "time"),
    [
        ("w", "no checkpoint\n", 0),
        ("w", BODY, 2**63),
        ("w" * 256, BODY, 0),
        ("w", BODY.replace("example.com", "e" * 256), 0),
        ("w", f"{BODY}extension\n", 0),
    ],
)
def test_what_cannot_be_said_in_the_structure_is_not_signed(name: str, text: str, time: int) -> None:
    assert signed_message(6, name, text, time) is None
