module.exports = {
  version(dir) {
    let parts = [pkg.version];
    let { branch, sha } = repoInfo(dir, { tags: true });

    if (branch) {
      if (branch !== 'main') {
        parts.push(branch.replace(/\//g, '-'));
      }
    }
    parts.push(sha);

    return parts.join('-');
  },
};
