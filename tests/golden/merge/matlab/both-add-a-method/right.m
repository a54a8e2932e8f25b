classdef Account < handle
    % An account of the bank.
    properties (Access = private)
        Balance = 0
        Owner
    end
    methods
        function obj = Account(owner)
            obj.Owner = owner;
        end
        function deposit(obj, amount)
            obj.Balance = obj.Balance + amount;
        end
        function r = total(obj)
            r = obj.Balance;
        end
    end
    enumeration
        Open
        Closed
    end
end
