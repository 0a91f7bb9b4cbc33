"""What a text promises, offers or lets slip in its own voice: returns, bets, gifts, holdings, payment."""
