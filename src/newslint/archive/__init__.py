"""Whole archives: articles in tables, databases and folders become one table of findings, in parts that survive a kill.

A run cuts its inputs into chunks, in an order that does not change. Each chunk becomes a part: a file of rows and a
record of what is in it, both put into place when they are whole. A run that is started again takes the parts that are
there and makes the others. When all are there, they are joined, and only then is the output there.
"""
