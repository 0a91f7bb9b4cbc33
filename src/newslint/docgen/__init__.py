"""Pages and schemas that are made from rule files, the command line and the models: `python -m newslint.docgen`."""
