"""`python -m quizapp`, the same program as the console script."""

from quizapp.cli.main import main

if __name__ == "__main__":
    main()
