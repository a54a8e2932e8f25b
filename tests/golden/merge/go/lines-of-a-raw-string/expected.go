package usage

const text = `usage: tool [options] FILE

  -h  help
  -v  version
  -q  say nothing
`
