function send(ctx, to, subject) {
  smtp.send(to, subject);
}

function welcome(user) {
  send(ctx, user.email, 'Welcome');
}

function bye(user) {
  user.delete();
  commit();
}
