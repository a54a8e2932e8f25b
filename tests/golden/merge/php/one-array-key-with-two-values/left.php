<?php

return [
    'name' => 'shop',
    'env' => 'production',
    'timeout' => 30,
];
