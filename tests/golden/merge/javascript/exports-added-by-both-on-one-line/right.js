function a() {}
function c() {}
function d() {}

module.exports = { c, a, d };
