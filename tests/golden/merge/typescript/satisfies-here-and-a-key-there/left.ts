export default {
  port: 1,
} satisfies Config;
