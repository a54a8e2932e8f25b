local k = import 'k.libsonnet';

{
  name: 'web',
  // How many.
  replicas: 2,
  args: ['--port', '80'],
  labels+: {
    app: $.name,
    tier: 'back',
  },
  port(n):: n + 1,
}
