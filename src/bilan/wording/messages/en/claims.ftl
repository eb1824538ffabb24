### What is said of a claim about growth: whether it holds depends on the years one looks at.

verdict-window-dependent = Depends on the years
claim-windows = { $says }. Of { $count } spans of years in the statistics, { $inside } give that rate.
