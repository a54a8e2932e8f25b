pragma solidity ^0.8.0;

contract Vault is Ownable, Pausable, Upgradeable {
    uint256 public total;
}
