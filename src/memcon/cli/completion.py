"""`memcon completion`: shell completion."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the completion script for SHELL.

    Save it where your shell looks, for example:

    \b
      memcon completion bash > ~/.local/share/bash-completion/completions/memcon
      memcon completion zsh  > ~/.zfunc/_memcon      (with ~/.zfunc in $fpath)
      memcon completion fish > ~/.config/fish/completions/memcon.fish
    """
    from click.shell_completion import get_completion_class

    from memcon.cli.app import program
    from memcon.cli.terminal import print_text

    kind = get_completion_class(shell)
    assert kind is not None
    print_text(kind(program, {}, "memcon", "_MEMCON_COMPLETE").source())
