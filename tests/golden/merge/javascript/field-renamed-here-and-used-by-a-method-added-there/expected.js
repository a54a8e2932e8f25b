import { a } from './a';
import { b } from './b';

const LIMIT = 10;

function load(id, opts) {
  const url = base + id;
  const res = fetch(url, opts);
  return res.json();
}

class Store {
  constructor(db) {
    this.map = db;
  }

  get(key) {
<<<<<<< left
    return this.map.get(key);
=======
    return this.db.get(key);
  }

  put(k, v) {
    this.db.put(k, v);
>>>>>>> right
  }
}

app.get('/x', function (req, res) {
  const n = load(req.id);
  res.send(n);
});

module.exports = { load, Store };
