<?php
class A implements C
{
    public $x;
}
