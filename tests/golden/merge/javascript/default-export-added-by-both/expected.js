<<<<<<< left
export default function a() {}
=======
function a() {}

export default a;
>>>>>>> right
