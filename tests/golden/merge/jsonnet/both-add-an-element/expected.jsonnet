local k = import 'k.libsonnet';

{
  name: 'web',
  // How many.
  replicas: 2,
<<<<<<< left
  args: ['--port', '80', '--quiet'],
=======
  args: ['--port', '80', '--debug'],
>>>>>>> right
  labels+: {
    app: $.name,
  },
  port(n):: n + 1,
}
