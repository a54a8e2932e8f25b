val help = """
    usage: tool [options]
      -h  help
      -q  say nothing
""".trimIndent()
