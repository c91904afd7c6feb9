"""`python -m dosmesas` is the command `dosmesas`."""

from dosmesas.cli.main import run

if __name__ == "__main__":
    run()
