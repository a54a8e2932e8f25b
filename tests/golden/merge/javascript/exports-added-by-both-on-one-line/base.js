function a() {}
function c() {}

module.exports = { c, a };
