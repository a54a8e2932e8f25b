local k = import 'k.libsonnet';

{
  name: 'web',
  // How many.
  replicas: 3,
  args: ['--port', '80'],
  labels+: {
    app: $.name,
  },
  port(n):: n + 1,
}
