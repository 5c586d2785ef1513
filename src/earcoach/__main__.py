"""`python -m earcoach`: the program without its entry point."""

from earcoach.cli.main import run

if __name__ == "__main__":
    run()
