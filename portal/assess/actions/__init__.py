"""What the buttons of this area do; one transaction each."""
