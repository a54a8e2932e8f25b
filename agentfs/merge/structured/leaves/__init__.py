"""What has no parts, and was changed by both sides.

`tokens` merges strings, comments and runs of text, `prose` paragraphs and descriptions, `embedded`
texts of another language.
"""
