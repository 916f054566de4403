"""`copydesk init`: an example of a sites file out, with what each field means; no file is ever overwritten."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from crawler.cli.output import write_stdout
from crawler.errors import CopydeskError

STDOUT = "-"
EXAMPLE = "example_sites.toml"


@click.command(short_help="Write an example of a sites file, to be filled in.")
@click.argument("file", metavar="[FILE.toml]", default="sites.toml")
def command(file: str) -> None:
    """Write a sites file with an example and a word on each field; sites.toml where no name is given, - for stdout.

    \b
    Examples:
      copydesk init
      copydesk init papers.toml
      copydesk init - | less

    A file that exists is left as it is, and the command ends with 1.
    """  # noqa: D301 - click's sign for 'do not wrap'
    example = (files("crawler.cli") / EXAMPLE).read_bytes()
    if file == STDOUT:
        write_stdout(example)
        return
    try:
        with Path(file).open("xb") as out:
            out.write(example)
    except FileExistsError:
        raise CopydeskError(f"{file}: exists already and is left as it is; name another file") from None
    click.echo(f"Wrote {file}: fill in your sites, then `copydesk sites check {file}`.", err=True)
