<?php
class A extends B
{
    public $x;
}
