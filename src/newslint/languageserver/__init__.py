"""A language server: findings, fixes, excuses and an outline for editors while somebody writes."""
