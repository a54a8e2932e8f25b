classdef Account < handle
    % An account of the bank.
    properties (Access = protected)
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
    end
    enumeration
        Open
        Closed
    end
end
