"""Compile hook: the package's `.pyx` modules in, compiled ones beside them out, when the project is built or installed.

Their plain twins do the same work, more slowly, so nothing is lost where no C compiler is at hand. COPYDESK_COMPILE
says otherwise: `must` fails without one, `no` leaves them out. Hatchling calls this (pyproject.toml); it is no part of
what is installed.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import chdir
from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WISHES = ("try", "must", "no")
COMPILED = (".*.so", ".*.pyd")
# No debugger's tables: they are four fifths of a compiled module.
UNIX_ARGUMENTS = ["-O2", "-g0"]


class CompileHook(BuildHookInterface[Any]):
    """Runs before a wheel is packed, an editable one too; source distributions hold what is to be compiled."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the compiled files and the wheel's platform to Hatchling.

        Raises RuntimeError when COPYDESK_COMPILE is `must` and a module cannot be compiled, or is no known word.
        """
        wish = os.environ.get("COPYDESK_COMPILE", "try")
        if wish not in WISHES:
            raise RuntimeError(f"COPYDESK_COMPILE={wish!r}: say one of {', '.join(WISHES)}")
        if self.target_name != "wheel":
            return
        # What was compiled formerly would be used, and packed, whatever comes of this.
        _remove_compiled(Path(self.root))
        if wish == "no":
            return
        try:
            _compile(Path(self.root))
        # Whatever the compiler and its tools raise: distutils has a dozen errors, and lacking tools are ImportErrors.
        except (Exception, SystemExit) as error:
            _remove_compiled(Path(self.root))
            if wish == "must":
                raise RuntimeError(f"COPYDESK_COMPILE=must, but compiling failed: {error}") from error
            self.app.display_warning(
                f"copydesk parses more slowly than it could: its modules could not be compiled ({error}). "
                "With a C compiler and Python's headers (Debian: apt install gcc python3-dev), install it again."
            )
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"] += [f"crawler/**/*{end}" for end in COMPILED]


def _remove_compiled(root: Path) -> None:
    for source in (root / "crawler").rglob("*.pyx"):
        for former in chain.from_iterable(source.parent.glob(source.stem + end) for end in COMPILED):
            former.unlink()


def _compile(root: Path) -> None:
    # Imported here, so that a lack of them is one more reason to go without.
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    with chdir(root), tempfile.TemporaryDirectory() as folder:
        distribution = Distribution(
            {"name": "copydesk", "packages": [], "py_modules": [], "ext_modules": _modules(folder)}
        )
        command = build_ext(distribution)
        command.build_temp, command.inplace, command.force = folder, True, True
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()


def _modules(folder: str) -> list[Any]:
    """Return what setuptools is to compile, with the C files in a folder."""
    from Cython.Build import cythonize  # noqa: PLC0415
    from lxml import get_include  # type: ignore[attr-defined]  # noqa: PLC0415 - its stubs lack it
    from setuptools import Extension  # noqa: PLC0415

    extensions = [
        Extension(
            ".".join(source.with_suffix("").parts),
            [source.as_posix()],
            include_dirs=get_include(),
            extra_compile_args=UNIX_ARGUMENTS if os.name == "posix" else [],
        )
        for source in sorted(Path("crawler").rglob("*.pyx"))
    ]
    modules: list[Any] = cythonize(extensions, build_dir=folder, language_level=3, quiet=True)
    return modules
