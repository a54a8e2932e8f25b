val help = """
    usage: tool [options] FILE
      -h  help
      -q  quiet
""".trimIndent()
