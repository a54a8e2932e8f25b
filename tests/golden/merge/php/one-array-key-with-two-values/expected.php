<?php

return [
    'name' => 'shop',
    'env' => 'production',
<<<<<<< left
    'timeout' => 30,
=======
    'timeout' => 60,
>>>>>>> right
];
