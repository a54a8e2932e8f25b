<?php

return [
    'name' => 'shop',
    'env' => 'production',
    'debug' => false,
];
