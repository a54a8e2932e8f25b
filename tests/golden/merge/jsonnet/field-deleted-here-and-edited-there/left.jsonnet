local k = import 'k.libsonnet';

{
  name: 'web',
  // How many.
  replicas: 2,
  labels+: {
    app: $.name,
  },
  port(n):: n + 1,
}
