"""python -m aidflows."""

from aidflows.cli.main import run

if __name__ == "__main__":
    run()
