"""What trains the network that ships with detente, on the corpus beside it."""
