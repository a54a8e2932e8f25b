module.exports = {
  version(dir) {
    let output = [pkg.version];
    let { branch, sha } = repoInfo(dir, { tags: true });

    if (branch) {
      if (branch !== 'main') {
        output.push(branch.replace(/\//g, '-'));
      }
    }
    output.push(sha);

    return output.join('-');
  },
};
