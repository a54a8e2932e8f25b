<?php
class A extends B implements C
{
    public $x;
}
