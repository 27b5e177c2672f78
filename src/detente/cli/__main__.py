"""Lets ``python -m detente.cli`` run the program."""

from detente.cli import main

main()
