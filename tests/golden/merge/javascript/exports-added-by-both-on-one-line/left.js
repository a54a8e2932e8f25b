function a() {}
function c() {}
function b() {}

module.exports = { c, a, b };
