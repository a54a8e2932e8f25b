function [m, s] = stats(x)
%STATS Mean and spread.
m = mean(x);
s = std(x);
v = var(x);
opts = struct('a', 1);
names = {'a', 'b'};
if m > 1
    disp('big');
end
switch s
    case 1
        m = 1;
    otherwise
        m = 0;
end
end

function y = helper(x)
y = x * 2;
end
