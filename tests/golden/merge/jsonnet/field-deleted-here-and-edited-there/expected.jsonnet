local k = import 'k.libsonnet';

{
  name: 'web',
  // How many.
  replicas: 2,
<<<<<<< left
=======
  args: ['--port', '81'],
>>>>>>> right
  labels+: {
    app: $.name,
  },
  port(n):: n + 1,
}
