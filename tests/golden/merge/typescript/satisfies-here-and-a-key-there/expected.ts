export default {
  port: 1,
  host: 'x',
} satisfies Config;
