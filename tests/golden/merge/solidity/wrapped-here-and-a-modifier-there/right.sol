// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ERC20} from "./ERC20.sol";

contract Vault is Owned {
    uint256 public total;
    mapping(address => uint256) private balances;

    enum State { Open, Closed }

    event Deposited(address indexed from, uint256 amount);

    /// Puts something in.
    function deposit(uint256 amount) external whenOpen {
        balances[msg.sender] += amount;
        total += amount;
    }

    function balanceOf(address who) external view returns (uint256) {
        return balances[who];
    }
}
