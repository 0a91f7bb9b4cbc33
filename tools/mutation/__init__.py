"""The parts of `tools/mutate.py`: operators, drawing, reach of tests, workers, scores."""
