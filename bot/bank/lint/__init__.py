"""What makes a question of the bank poor though it loads: one small rule for each fault."""
