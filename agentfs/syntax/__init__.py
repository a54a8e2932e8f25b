"""Source text as definitions, found by tree-sitter.  The only package that knows tree-sitter.

Importing it loads no grammar: a grammar costs memory, and most views need few.
"""
