export default {
  port: 1,
  host: 'x',
};
