"""Read the files of Vale, its configuration, styles and vocabularies, and make rules of newslint of them."""
