val help = """
    usage: tool [options]
      -h  help
      -q  quiet
""".trimIndent()
