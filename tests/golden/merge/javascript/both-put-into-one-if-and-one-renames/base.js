module.exports = {
  version(dir) {
    let output = [pkg.version];
    let { branch, sha } = repoInfo(dir);

    if (branch) {
      output.push(branch.replace(/\//g, '-'));
    }
    output.push(sha);

    return output.join('-');
  },
};
