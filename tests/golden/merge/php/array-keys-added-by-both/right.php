<?php

return [
    'name' => 'shop',
    'env' => 'production',
    'timezone' => 'UTC',
];
