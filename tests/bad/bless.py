"""Write what the command line says now beside each wrong input; the difference is then read like any other change."""

from __future__ import annotations

from tests.bad.rendering import HERE, codes, rendered


def main() -> None:
    for code in codes():
        path = HERE / f"{code}.txt"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        said, _exit_code = rendered(code)
        if said != before:
            path.write_text(said, encoding="utf-8")
            print(f"changed: tests/bad/{path.name}")  # noqa: T201


if __name__ == "__main__":
    main()
