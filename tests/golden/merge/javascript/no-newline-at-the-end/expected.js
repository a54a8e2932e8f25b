exports.one = () => 1;
exports.two = () => 2;
exports.three = () => 3;