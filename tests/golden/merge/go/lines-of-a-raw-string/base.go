package usage

const text = `usage: tool [options]

  -h  help
  -v  version
  -q  quiet
`
