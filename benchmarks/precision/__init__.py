"""The ledger of precision: what readers say of newslint's findings in real articles."""
