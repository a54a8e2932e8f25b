export default {
  port: 1,
};
