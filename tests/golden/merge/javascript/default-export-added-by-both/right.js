function a() {}

export default a;
