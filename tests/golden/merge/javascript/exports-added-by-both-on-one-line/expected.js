function a() {}
function c() {}
function b() {}
function d() {}

module.exports = { c, a, b, d };
