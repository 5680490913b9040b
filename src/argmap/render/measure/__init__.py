"""How wide a text is and where its lines break, without asking any font on the machine."""
