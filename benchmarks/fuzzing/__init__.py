"""What `benchmarks.fuzz` is made of: seeds, mutations, checks, batches, and the processes that run them."""
