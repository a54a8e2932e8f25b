val help = """
    usage: tool [options] FILE
      -h  help
      -q  say nothing
""".trimIndent()
