"""Plant faults into real articles and see which are found."""
