local k = import 'k.libsonnet';

{
  name: 'web',
  args: ['--port', '80'],
  labels+: {
    app: $.name,
  },
  port(n):: n + 1,
  // How many.
  replicas: 3,
}
