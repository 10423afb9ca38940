"""`python -m trigpoint` is the command line."""

from trigpoint.cli import main

if __name__ == "__main__":
    main()
