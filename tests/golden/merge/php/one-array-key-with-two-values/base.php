<?php

return [
    'name' => 'shop',
    'env' => 'production',
];
