pragma solidity ^0.8.0;

contract Vault is Ownable, Pausable, Guard {
    uint256 public total;
}
