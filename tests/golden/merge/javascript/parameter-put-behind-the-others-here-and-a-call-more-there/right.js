function send(to, subject) {
  smtp.send(to, subject);
}

function welcome(user) {
  send(user.email, 'Welcome');
}

function bye(user) {
  user.delete();
  commit();
  send(user.email, 'Bye');
}
